import { readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Deployment } from "@weft/abis";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fromRoot } from "../paths.ts";
import { ensureSubgraph } from "./ensure-subgraph.ts";
import { placeManifest } from "./place-manifest.ts";

const DEPLOYMENT: Deployment = {
  chainId: 424_242,
  registry: "0xC469e7aE4aD962c30c7111dc580B4adbc7E914DD",
  settlement: "0x43ca3D2C94be00692D207C6A1e60D8B325c6f12f",
  currency: "0x0000000000000000000000000000000000000000",
  currencyDecimals: 18,
  currencySymbol: "",
  poolFactory: "0x0000000000000000000000000000000000000000",
  secondsPerDay: 86_400,
  block: 77,
};

describe("placeManifest", () => {
  beforeAll(async () => {
    await ensureSubgraph();
  });

  test("puts the contracts' places into the built manifest and leaves the rest as it is", async () => {
    const path = await placeManifest(DEPLOYMENT);
    try {
      const built = parse(await readFile(fromRoot("subgraph", "build", "subgraph.yaml"), "utf8"));
      const placed = parse(await readFile(path, "utf8"));
      // Beside the build, because its paths are relative.
      expect(dirname(path)).toBe(fromRoot("subgraph", "build"));
      const { registry, settlement } = DEPLOYMENT;
      for (const [index, [name, address]] of Object.entries({
        EquityRegistry: registry,
        Settlement: settlement,
      }).entries()) {
        expect(placed.dataSources[index].name).toBe(name);
        expect(placed.dataSources[index].source).toMatchObject({ address, startBlock: 77 });
        placed.dataSources[index].source = built.dataSources[index].source;
      }
      expect(placed).toEqual(built);
    } finally {
      await rm(path);
    }
  });
});
