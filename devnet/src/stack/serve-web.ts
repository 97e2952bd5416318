import type { PreviewServer } from "vite";
import { fromRoot } from "../paths.ts";
import { runCommand, toolOf } from "../process/run-command.ts";
import { fingerprint } from "../setup/fingerprint.ts";
import { makeIfStale } from "../setup/make-if-stale.ts";

const SOURCES = [
  "abis/src",
  "abis/deployments",
  "ownership/src",
  "pnpm-lock.yaml",
  "vite.config.ts",
  "web/build",
  "web/index.html",
  "web/package.json",
  "web/public",
  "web/src",
  "web/tsconfig.json",
  "web/vite.config.ts",
];

/** Where the dApp finds what it reads from, and where it goes. */
export interface WebOptions {
  readonly rpcUrl: string;
  readonly graphqlUrl: string;
  /** Port on the loopback address; 0 is any free one. */
  readonly port: number;
  /** Folder for the build, from the root. */
  readonly outDir: string;
  /** Further settings of the build, by the names of their variables (`VITE_…`). */
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A served dApp. */
export interface RunningWeb {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the dApp for these addresses if the build is stale, and serves it as it would be served anywhere. */
export async function serveWeb(options: WebOptions): Promise<RunningWeb> {
  const env = { ...options.env, VITE_RPC_URL: options.rpcUrl, VITE_GRAPHQL_URL: options.graphqlUrl };
  await buildWeb(options, env);
  const { preview } = await import("vite");
  const server = await withoutSignalHandlers(env, () =>
    preview({
      configFile: fromRoot("vite.config.ts"),
      root: fromRoot("web"),
      logLevel: "silent",
      build: { outDir: fromRoot(options.outDir) },
      preview: { host: "127.0.0.1", port: options.port, strictPort: true },
    }),
  );
  return { url: urlOf(server), close: () => server.close() };
}

async function buildWeb({ outDir, signal }: WebOptions, env: Readonly<Record<string, string>>): Promise<void> {
  // Only here: whoever starts no dApp does not wait for Vite to load.
  const { webSettings } = await import("./web-settings.ts");
  await makeIfStale({
    folder: outDir,
    name: "web",
    fingerprint: `${await fingerprint(SOURCES)} ${JSON.stringify(webSettings(fromRoot("web"), env))}`,
    make: () =>
      runCommand({
        command: toolOf("web", "vite"),
        args: ["build", "--config", fromRoot("vite.config.ts"), "--outDir", fromRoot(outDir), "--emptyOutDir"],
        cwd: fromRoot("web"),
        env,
        signal,
      }),
  });
}

/**
 * Vite ends the process by itself at SIGTERM or when its input ends, before whoever started it could put the rest away:
 * takes that back, and leaves the end to the caller.
 */
async function withoutSignalHandlers<T>(env: Readonly<Record<string, string>>, act: () => Promise<T>): Promise<T> {
  const before = process.listeners("SIGTERM");
  const result = await withEnvironment({ ...env, CI: "true" }, act);
  for (const listener of process.listeners("SIGTERM")) if (!before.includes(listener)) process.off("SIGTERM", listener);
  return result;
}

/** The dApp's configuration reads addresses from the environment, for the policy that it serves with each page. */
async function withEnvironment<T>(env: Readonly<Record<string, string>>, act: () => Promise<T>): Promise<T> {
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  Object.assign(process.env, env);
  try {
    return await act();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function urlOf(server: PreviewServer): string {
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("The dApp's server has no port.");
  return `http://127.0.0.1:${address.port}`;
}
