import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startDatabase } from "./start-database.ts";

/** Where clusters are kept between processes: beside the packages, which go together with them. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/weft-indexer", import.meta.url));

let packed: Promise<File> | null = null;

/**
 * The files of an empty PostgreSQL cluster, packed. PostgreSQL takes seconds to make them and a fraction to take them over, so
 * that they are made once for a version of PGlite and kept.
 */
export function freshCluster(): Promise<File> {
  packed ??= readOrPack();
  return packed;
}

/** Copies the files of an empty PostgreSQL cluster, of which one is kept in `cache`, to `folder`, which must not be there. */
export async function copyFreshCluster(folder: string, cache: string = CACHE): Promise<void> {
  const kept = join(cache, `cluster-${await pgliteVersion()}`);
  if (!(await exists(kept))) await keepFolder(kept).catch(() => undefined);
  if (await tryCopy(kept, folder)) return;
  // Where packages cannot be written to, or another user keeps what only they can read, each one is made for itself.
  await makeCluster(folder);
}

async function tryCopy(from: string, to: string): Promise<boolean> {
  try {
    await cp(from, to, { recursive: true });
    return true;
  } catch {
    await rm(to, { recursive: true, force: true });
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function makeCluster(folder: string): Promise<void> {
  const database = await startDatabase({ dataDir: folder });
  await database.close();
}

/** In one move: whoever starts at the same time never copies half of it. */
async function keepFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  try {
    await makeCluster(draft);
    await rename(draft, path);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function readOrPack(): Promise<File> {
  const path = join(CACHE, `cluster-${await pgliteVersion()}.tar.gz`);
  const kept = await readFile(path).catch(() => null);
  return toFile(kept ?? (await pack(path)));
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const description = await readFile(join(dirname(entry), "..", "package.json"), "utf8");
  return (JSON.parse(description) as { readonly version: string }).version;
}

async function pack(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "cluster-"));
  try {
    const cluster = join(folder, "data");
    await copyFreshCluster(cluster);
    const database = await startDatabase({ dataDir: cluster });
    const bytes = new Uint8Array(await (await database.dumpDataDir("gzip")).arrayBuffer());
    await database.close();
    await keepFile(path, bytes).catch(() => undefined);
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}

function toFile(bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], "cluster.tar.gz", { type: "application/x-gzip" });
}
