import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

/** Where packed clusters are kept between processes: beside the packages, which go together with them. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/weft-indexer", import.meta.url));

let packed: Promise<File> | null = null;

/**
 * The files of an empty PostgreSQL cluster, packed. PostgreSQL takes seconds to make them and a fraction to take them over, so
 * that they are made once for a version of PGlite and kept.
 */
export function freshCluster(): Promise<File> {
  packed ??= readOrMake();
  return packed;
}

async function readOrMake(): Promise<File> {
  const path = join(CACHE, `cluster-${await pgliteVersion()}.tar.gz`);
  const kept = await readFile(path).catch(() => null);
  return toFile(kept ?? (await make(path)));
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const description = await readFile(join(dirname(entry), "..", "package.json"), "utf8");
  return (JSON.parse(description) as { readonly version: string }).version;
}

async function make(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const database = await PGlite.create();
  const bytes = new Uint8Array(await (await database.dumpDataDir("gzip")).arrayBuffer());
  await database.close();
  // Where packages cannot be written to, each process makes its own.
  await keep(path, bytes).catch(() => undefined);
  return bytes;
}

/** In one move: whoever starts at the same time never reads half of it. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}

function toFile(bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], "cluster.tar.gz", { type: "application/x-gzip" });
}
