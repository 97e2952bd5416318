import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { createTestClient, http, publicActions, type TestClient, walletActions } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { foundry } from "viem/chains";

/** The program itself: its wrapper would leave it running when a test ends. */
function anvilBinary(): string {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const wrapper = createRequire(createRequire(import.meta.url).resolve("@foundry-rs/anvil/bin.mjs"));
  return wrapper.resolve(`@foundry-rs/anvil-${process.platform}-${architecture}/bin/anvil`);
}

/** The first of anvil's published development keys. */
const DEVELOPMENT_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

/** A local chain of a test's own. */
export interface Anvil {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Resolves with the port that anvil says it listens on. */
function listeningPort(child: ChildProcessByStdio<null, Readable, null>): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("exit", (code) => reject(new Error(`anvil ended with code ${code}: ${output}`)));
    child.once("error", reject);
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Listening on 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

/** Starts anvil on a free port, or on the given one. */
export async function startAnvil(
  options: { readonly port?: number; readonly args?: readonly string[] } = {},
): Promise<Anvil> {
  const args = ["--port", String(options.port ?? 0), "--host", "127.0.0.1", ...(options.args ?? [])];
  const child = spawn(anvilBinary(), args, { stdio: ["ignore", "pipe", "ignore"] });
  const port = await listeningPort(child);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** A client that mines, sends from a funded account and rewinds. */
export function anvilClient(url: string) {
  const client: TestClient = createTestClient({
    chain: foundry,
    mode: "anvil",
    transport: http(url, { retryCount: 0 }),
    account: privateKeyToAccount(DEVELOPMENT_KEY),
    pollingInterval: 20,
    cacheTime: 0,
  });
  return client.extend(publicActions).extend(walletActions);
}
