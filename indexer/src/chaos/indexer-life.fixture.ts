import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { StartIndexerOptions } from "../index.ts";

const PROGRAM = fileURLToPath(new URL("./indexer.fixture.ts", import.meta.url));

/** An indexer in a process of its own. */
export interface IndexerLife {
  /** Whether it ended by itself. */
  hasEnded(): boolean;
  /**
   * Ends it, as the operating system does or as a user does.
   * @throws Error when it had stopped for a reason that is none.
   */
  end(way: "kill" | "close"): Promise<void>;
}

/** Starts it, without waiting until it is up. */
export function startLife(options: StartIndexerOptions): IndexerLife {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(options)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const exit = once(child, "close");
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    hasEnded,
    async end(way) {
      if (!hasEnded()) child.kill(way === "kill" ? "SIGKILL" : "SIGTERM");
      const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null];
      // Before it is up, SIGTERM ends it at once. Code 2: it met trouble at its start, and said so.
      if (signal !== null || code === 0 || code === 2) return;
      throw new Error(`the indexer ended with code ${code}: ${said}`);
    },
  };
}
