import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBuildFacts, readFacts } from "./manifest-facts.ts";

const REGISTRY = "0xc469e7aE4aD962c30c7111dc580B4adbc7E914DD";
const SETTLEMENT = "0x43ca3D2C94be00692D207C6A1e60D8B325c6f12f";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-facts-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: unknown): Promise<string> {
  const path = join(folder, "deployment.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("readFacts", () => {
  test("reads name, registry and block", async () => {
    const path = await file({ chainId: 8453, registry: REGISTRY, settlement: SETTLEMENT, block: 7, currency: "0x" });
    expect(readFacts("8453", path)).toEqual({
      network: "base",
      registry: REGISTRY,
      settlement: SETTLEMENT,
      startBlock: 7,
    });
  });

  test.each([
    ["not JSON", "{", "is not JSON"],
    ["of another chain", { chainId: 1, registry: REGISTRY, block: 7 }, "is of chain 1, not of 8453"],
    ["without a registry", { chainId: 8453, block: 7 }, '"registry"'],
    ["with half an address", { chainId: 8453, registry: "0x12", block: 7 }, '"0x12"'],
    ["without a settlement", { chainId: 8453, registry: REGISTRY, block: 7 }, '"settlement"'],
    ["with a block that is none", { chainId: 8453, registry: REGISTRY, block: -1 }, "is -1"],
  ])("refuses a file that is %s", async (_what, content, reason) => {
    const path = await file(content);
    expect(() => readFacts("8453", path)).toThrow(reason);
  });

  test("says what to do when there is no deployment, or no name for the chain", () => {
    expect(() => readFacts("8453", join(folder, "none.json"))).toThrow("Deploy the protocol to base first");
    expect(() => readFacts("5")).toThrow('Chain "5" has no name');
  });
});

test("a local build depends on no deployment", () => {
  expect(readBuildFacts("31337")).toMatchObject({ network: "weft-local", startBlock: 0 });
});
