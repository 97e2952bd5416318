import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fromRoot } from "../paths.ts";
import { fingerprint } from "./fingerprint.ts";

describe("fingerprint", () => {
  let folder: string;
  const write = (name: string, text: string) => writeFile(fromRoot(folder, name), text);
  beforeEach(async () => {
    folder = relative(fromRoot(), await mkdtemp(join(tmpdir(), "weft-print-")));
    await mkdir(fromRoot(folder, "deep"));
    await write("a.sol", "one");
    await write("deep/b.sol", "two");
  });
  afterEach(() => rm(fromRoot(folder), { recursive: true, force: true }));

  test("stays while nothing changes", async () => {
    const before = await fingerprint([folder]);
    await write("a.sol", "one");
    expect(await fingerprint([folder])).toBe(before);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a file changes", () => write("deep/b.sol", "three")],
    ["a file comes", () => write("c.sol", "")],
    ["a file goes", () => rm(fromRoot(folder, "a.sol"))],
    ["text moves from one file to the next", () => Promise.all([write("a.sol", "on"), write("deep/b.sol", "etwo")])],
  ])("changes when %s", async (_, change) => {
    const before = await fingerprint([folder]);
    await change();
    expect(await fingerprint([folder])).not.toBe(before);
  });

  test("leaves out what was installed, and takes a missing file for nothing", async () => {
    const before = await fingerprint([folder, "no-such-file"]);
    await mkdir(fromRoot(folder, "node_modules"));
    await write("node_modules/x.js", "x");
    expect(await fingerprint([folder, "no-such-file"])).toBe(before);
  });
});
