import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { installedPostgres } from "./binaries.ts";

const GUARD = fileURLToPath(new URL("./guard.ts", import.meta.url));
const PASSWORD = "test-secret";

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Address of its maintenance database, for a superuser. */
  readonly url: string;
  /** Ends it as a crash would: connections break, and the next start recovers. */
  crash(): Promise<void>;
  /** Starts it again, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server on a free port; null where this platform has none, which is said aloud. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const native = installedPostgres();
  if (native === null) {
    process.stderr.write(
      `\nNO POSTGRESQL SERVER for ${process.platform}-${process.arch}: tests on a server are SKIPPED, those on PGlite run.\n`,
    );
    return null;
  }
  const guard = spawn(process.execPath, [GUARD, native, PASSWORD], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(guard, "exit");
  const lines = createInterface({ input: guard.stdout })[Symbol.asyncIterator]();

  async function nextLine(): Promise<string> {
    const { done, value } = await lines.next();
    if (done === true) throw new Error("the PostgreSQL server for tests ended; what it said is above");
    return value;
  }
  async function tell(command: string): Promise<void> {
    guard.stdin.write(`${command}\n`);
    await nextLine();
  }

  const port = (await nextLine()).replace("ready ", "");
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    crash: () => tell("crash"),
    restart: () => tell("start"),
    async stop() {
      guard.stdin.end();
      await ended;
    },
  };
}
