import { describe, expect, test } from "vitest";
import { createCloser } from "./create-closer.ts";

describe("createCloser", () => {
  test("puts away in reverse order, once", async () => {
    const closed: string[] = [];
    const closer = createCloser();
    for (const name of ["chain", "index", "dApp"]) closer.add(async () => closed.push(name));
    await Promise.all([closer.close(), closer.close()]);
    await closer.close();
    expect(closed).toEqual(["dApp", "index", "chain"]);
  });

  test("goes on after a failure, and tells of it at the end", async () => {
    const closed: string[] = [];
    const closer = createCloser();
    closer.add(async () => closed.push("chain"));
    closer.add(() => Promise.reject(new Error("stuck")));
    await expect(closer.close()).rejects.toThrow("Not everything could be stopped.");
    expect(closed).toEqual(["chain"]);
  });
});
