// `npm start`: the whole system on this machine, until Ctrl-C.
import { join } from "node:path";
import { DevnetError } from "../errors.ts";
import type { Stack } from "../stack/start-stack.ts";
import { startStack } from "../stack/start-stack.ts";
import { readSettings } from "./read-settings.ts";
import { createProgressDisplay } from "./show-progress.ts";

const stop = new AbortController();
let interrupted: NodeJS.Signals | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    interrupted ??= signal;
    stop.abort();
  });
}

/** Resolves at the first signal. */
function untilStopped(): Promise<void> {
  if (stop.signal.aborted) return Promise.resolve();
  // A timer keeps the process alive whatever else does.
  const alive = setInterval(() => {}, 2 ** 30);
  return new Promise((resolve) => {
    stop.signal.addEventListener("abort", () => {
      clearInterval(alive);
      resolve();
    });
  });
}

function showAddresses({ webUrl, graphqlUrl, rpcUrl, deployment }: Stack): void {
  console.log(`
  dApp       ${webUrl}
  GraphQL    ${graphqlUrl}
  chain      ${rpcUrl}  (chain id ${deployment.chainId})
  registry   ${deployment.registry}

  Choose Connect in the dApp to be Ada, Ben, Cleo or anybody else of the story. Ctrl-C stops everything.
`);
}

async function main(): Promise<void> {
  const { rpcPort, graphqlPort, webPort, ipfs, story, currency } = readSettings(process.env);
  console.log("Starting Weft\n");
  const stack = await startStack({
    rpcPort,
    graphqlPort,
    webPort,
    ipfs,
    story,
    currency,
    web: true,
    // Nobody else can have the port, so nobody else is at work in the folder.
    webDir: join(".weft", `web-${webPort}`),
    onProgress: createProgressDisplay(process.stdout),
    signal: stop.signal,
  });
  showAddresses(stack);
  await untilStopped();
  console.log("\nStopping …");
  await stack.close();
}

try {
  await main();
} catch (error) {
  if (interrupted === undefined) {
    // What the stack throws on purpose says all there is to say; anything else is a defect and shows where it is.
    console.error(`\n${error instanceof DevnetError ? error.message : ((error as Error).stack ?? error)}`);
    process.exitCode = 1;
  }
}
