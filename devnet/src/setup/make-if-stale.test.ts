import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fromRoot } from "../paths.ts";
import { makeIfStale } from "./make-if-stale.ts";

describe("makeIfStale", () => {
  let folder: string;
  let made: string[];
  beforeEach(async () => {
    folder = relative(fromRoot(), await mkdtemp(join(tmpdir(), "weft-stale-")));
    made = [];
  });
  afterEach(() => rm(fromRoot(folder), { recursive: true, force: true }));

  const run = (name: string, fingerprint: string, make = async () => void made.push(`${name} ${fingerprint}`)) =>
    makeIfStale({ folder, name, fingerprint, make });

  test("makes once, and again when the sources changed", async () => {
    expect(await run("build", "1")).toBe(true);
    expect(await run("build", "1")).toBe(false);
    expect(await run("build", "2")).toBe(true);
    expect(made).toEqual(["build 1", "build 2"]);
  });

  test("makes again when what was made is gone", async () => {
    await run("build", "1");
    await rm(fromRoot(folder), { recursive: true });
    expect(await run("build", "1")).toBe(true);
  });

  test("tells things in one folder apart", async () => {
    await run("build", "1");
    expect(await run("types", "1")).toBe(true);
  });

  test("does not take a failure for something made", async () => {
    await expect(run("build", "1", () => Promise.reject(new Error("no compiler")))).rejects.toThrow("no compiler");
    expect(await run("build", "1")).toBe(true);
  });
});
