import { describe, expect, test } from "vitest";
import { renderManifest } from "./render-manifest.ts";

const FACTS = {
  network: "weft-local",
  registry: "0xc469e7aE4aD962c30c7111dc580B4adbc7E914DD",
  settlement: "0x43ca3D2C94be00692D207C6A1e60D8B325c6f12f",
  startBlock: 3,
} as const;

describe("renderManifest", () => {
  test("fills in every place and says where the text comes from", () => {
    const template =
      "# How to use this.\nnetwork: $network\naddress: '$registry'\nsettlement: '$settlement'\nstartBlock: $startBlock\nagain: $network\n";
    expect(renderManifest(template, FACTS)).toBe(
      "# Made from subgraph.template.yaml by tools/prepare.ts. Do not edit.\n" +
        "network: weft-local\naddress: '0xc469e7aE4aD962c30c7111dc580B4adbc7E914DD'\nsettlement: '0x43ca3D2C94be00692D207C6A1e60D8B325c6f12f'\nstartBlock: 3\nagain: weft-local\n",
    );
  });

  test("refuses a place that nobody fills in", () => {
    expect(() => renderManifest("$network $registry $settlement $startBlock $chain", FACTS)).toThrow("asks for $chain");
  });

  test("refuses a fact that has no place", () => {
    expect(() => renderManifest("$network $registry $settlement", FACTS)).toThrow("has no $startBlock");
  });
});
