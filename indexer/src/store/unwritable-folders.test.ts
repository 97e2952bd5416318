import { globSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { messageChain } from "../errors/message-chain.ts";
import { copyFreshCluster } from "./fresh-cluster.ts";
import { lockDataDir } from "./lock-data-dir.ts";

/** Any user but the first. */
const OTHER_USER = 65_534;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "unwritable-"));
  await chmod(folder, 0o777);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs `work` as a user whom permissions hold back. */
async function asOther<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(OTHER_USER);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe.skipIf(process.geteuid === undefined)("folders without permission", () => {
  it("refuses a data directory whose files are read-only, and leaves no lock", async () => {
    const data = join(folder, "data");
    await mkdir(data);
    await writeFile(join(data, "PG_VERSION"), "18\n");
    await chmod(join(data, "PG_VERSION"), 0o444);
    await chmod(data, 0o777);
    const refusal = await asOther(() => lockDataDir(data).then(() => "", messageChain));
    expect(refusal).toMatch(/^cannot use .*data as data directory: choose another, .*: EACCES: permission denied/);
    await expect(readFile(`${data}.lock`)).rejects.toThrow("ENOENT");
  });

  it("makes a cluster where the one that is kept can only be read by another user", async () => {
    await copyFreshCluster(join(folder, "first"), folder);
    const [kept] = globSync(join(folder, "cluster-*"));
    await chmod(join(kept ?? "", "PG_VERSION"), 0o000);
    await asOther(() => copyFreshCluster(join(folder, "second"), folder));
    expect(await readFile(join(folder, "second", "PG_VERSION"), "utf8")).toMatch(/^\d+\s*$/);
  }, 60_000);
});
