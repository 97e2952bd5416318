import type { DatabaseChoice } from "./open-driver.ts";
import { openPglite } from "./open-pglite.ts";

/** A database that several stores of this process use. */
export interface SharedDatabase {
  /** What to open stores with. */
  readonly choice: DatabaseChoice;
  /** Closes it; every store must be closed before. */
  close(): Promise<void>;
}

/** Opens a database for several deployments: one in this process is opened once, on a server each store opens connections of its own. */
export async function shareDatabase(choice: DatabaseChoice): Promise<SharedDatabase> {
  if (choice.kind === "server" || choice.kind === "open") return { choice, close: async () => undefined };
  const path = choice.kind === "directory" ? choice.path : undefined;
  const driver = await openPglite(path);
  return {
    choice: { kind: "open", driver: { ...driver, close: async () => undefined }, shown: path ?? "memory" },
    close: driver.close,
  };
}
