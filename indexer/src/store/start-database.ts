import { setFlagsFromString } from "node:v8";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";

/**
 * Settings of one process that serves itself: the defaults keep 160 MB of pages in memory a second time, which the operating system
 * holds as files already.
 */
const SETTINGS = ["shared_buffers=32MB", "wal_buffers=1MB", "temp_buffers=1MB"];

/**
 * V8 switches that keep a module on the quick compiler. The optimising one takes 600 MB for a second or more over a single function
 * of PostgreSQL, the interpreter of expressions, and makes statements about a quarter faster.
 */
const TIERING = ["wasm-tier-up", "wasm-dynamic-tiering"];

/** Starts PGlite with settings for an embedded database that writes much and should need little memory. */
export async function startDatabase(options: Omit<PGliteOptions, "startParams">): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ["-c", setting])];
  // Modules take the switches over when they are compiled, so that mappings are optimised as ever.
  for (const flag of TIERING) setFlagsFromString(`--no-${flag}`);
  try {
    return await PGlite.create({ ...options, startParams });
  } finally {
    for (const flag of TIERING) setFlagsFromString(`--${flag}`);
  }
}
