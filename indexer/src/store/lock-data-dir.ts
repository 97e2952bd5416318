import { mkdir, open, readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { StoreError } from "./store-error.ts";

/** Directories that this process holds. */
const held = new Set<string>();

/**
 * Takes a data directory for this process; the result gives it back. A lock left by a process that no longer runs is taken over.
 * Throws `StoreError` when another process has it: two would destroy each other's files.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const path = resolve(`${dataDir}.lock`);
  if (!(await tryLock(path))) {
    const owner = Number(await readFile(path, "utf8").catch(() => "0"));
    // A killed process may have had this one's id: in a container it is the same at every start.
    if (owner === process.pid ? held.has(path) : isRunning(owner)) {
      throw new StoreError(`${dataDir} is in use by process ${owner}: stop it, or choose another data directory`);
    }
    await rm(path, { force: true });
    if (!(await tryLock(path))) {
      throw new StoreError(`${dataDir} was just taken by another process: stop it, or choose another data directory`);
    }
  }
  held.add(path);
  return async () => {
    await rm(path, { force: true });
    held.delete(path);
  };
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
