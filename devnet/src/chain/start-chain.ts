import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChainStartError, PortTakenError } from "../errors.ts";
import { findAnvil } from "./anvil-binary.ts";
import { DEV_ACCOUNT_COUNT } from "./dev-accounts.ts";
import type { KeeperMessage } from "./keeper-message.ts";

/** Id of the local chain. */
export const LOCAL_CHAIN_ID = 31_337;

/** How the local chain runs. */
export interface StartChainOptions {
  /** Port on the loopback address; a free one if none is given. */
  readonly port?: number;
  /** Seconds between blocks; a block for each transaction, at once, if none is given. */
  readonly blockTime?: number;
  /** Unix time of the first block; now if none is given. */
  readonly genesisTime?: number;
}

/** A running local chain. */
export interface LocalChain {
  readonly rpcUrl: string;
  readonly chainId: number;
  /** Process id of the chain's program. */
  readonly pid: number;
  /** Ends the chain; done when its process and port are gone. */
  close(): Promise<void>;
}

/**
 * Starts a fresh chain in memory, with 20 funded and unlocked development accounts. It ends with this process.
 *
 * @throws PortTakenError when the port is taken, ChainStartError when the chain does not start.
 */
export async function startChain(options: StartChainOptions = {}): Promise<LocalChain> {
  const binary = findAnvil();
  const cacheDir = await mkdtemp(join(tmpdir(), "weft-chain-"));
  const keeper = fork(join(import.meta.dirname, "keeper.ts"), [cacheDir, binary, ...argumentsOf(options, cacheDir)], {
    // A group of its own: Ctrl-C in a terminal must not end the chain before what reads from it.
    detached: true,
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const close = async (): Promise<void> => {
    keeper.ref();
    if (keeper.connected) keeper.disconnect();
    await ended;
  };
  try {
    const { port, pid } = await untilReady(keeper, options.port);
    keeper.unref();
    keeper.channel?.unref();
    return { rpcUrl: `http://127.0.0.1:${port}`, chainId: LOCAL_CHAIN_ID, pid, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function argumentsOf(options: StartChainOptions, cacheDir: string): string[] {
  const settings: Record<string, string | number | undefined> = {
    "--host": "127.0.0.1",
    "--port": options.port ?? 0,
    "--chain-id": LOCAL_CHAIN_ID,
    "--accounts": DEV_ACCOUNT_COUNT,
    "--hardfork": "prague",
    "--cache-path": cacheDir,
    "--block-time": options.blockTime,
    "--timestamp": options.genesisTime,
  };
  return Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]));
}

/** Resolves with where the chain listens; rejects with the cause when it ends first. */
function untilReady(keeper: ChildProcess, port: number | undefined): Promise<{ port: number; pid: number }> {
  return new Promise((resolve, reject) => {
    keeper.once("error", (error) =>
      reject(new ChainStartError(`The local chain did not start: ${error.message}`, { cause: error })),
    );
    // Comes after every message, which the end of the process may not.
    keeper.once("disconnect", () =>
      reject(new ChainStartError("The local chain's keeper ended before the chain was up.")),
    );
    keeper.on("message", (message: KeeperMessage) => {
      if (message.kind === "ready") return resolve(message);
      // The operating system's own words for EADDRINUSE, which anvil passes on.
      const taken = port !== undefined && message.output.includes("Address already in use");
      reject(
        taken
          ? new PortTakenError(port, "the local chain", "RPC_PORT")
          : new ChainStartError(`The local chain ended: ${message.output}`),
      );
    });
  });
}
