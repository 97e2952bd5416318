import { access, constants, mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { StoreError } from "./store-error.ts";

/** Directories that this process holds. */
const held = new Set<string>();

/**
 * Takes a data directory for this process; the result gives it back. A lock left by a process that no longer runs is taken over.
 * Throws `StoreError` when another process has it, since two would destroy each other's files, and when it cannot be written or
 * holds other files.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = resolve(`${dataDir}.lock`);
  if (!(await prepare(dataDir, path))) {
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

/** Makes the directory and tries to lock it; refuses one that is no database's, whose files are somebody else's. */
async function prepare(dataDir: string, lock: string): Promise<boolean> {
  let names: readonly string[];
  try {
    await makeFolder(resolve(dataDir));
    names = await readdir(dataDir);
    const isDatabase = names.includes("PG_VERSION");
    // What PostgreSQL says of files that it may not write to tells neither which nor why.
    if (isDatabase) await checkWritable(dataDir);
    if (isDatabase || names.length === 0) return await tryLock(lock);
  } catch (cause) {
    throw new StoreError(`cannot use ${dataDir} as data directory: choose another, or mend what is wrong with it`, {
      cause,
    });
  }
  throw new StoreError(`${dataDir} holds other files and no database: choose an empty or new data directory`);
}

async function checkWritable(dataDir: string): Promise<void> {
  await access(dataDir, constants.W_OK);
  const file = await open(join(dataDir, "PG_VERSION"), "r+");
  await file.close();
}

/** Makes a folder and those around it. Node.js's own way never ends where a folder is there that lets none be made, such as `/proc`. */
async function makeFolder(path: string): Promise<void> {
  if (await isThere(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  try {
    await mkdir(path);
  } catch (error) {
    // Others may make the same one.
    if (!(await isThere(path))) throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
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
