import { describe, expect, test } from "vitest";
import { readBuildArtifact, type StorageLayout } from "../../../contracts/tools/build-artifact.ts";
import { layoutDifferences } from "../../../contracts/tools/storage-layout.ts";

const HOST: StorageLayout = {
  storage: [
    { label: "supply", slot: "0", offset: 0, type: "t_uint96" },
    { label: "terms", slot: "1", offset: 0, type: "t_struct(Terms)17" },
    { label: "own", slot: "2", offset: 0, type: "t_uint96" },
  ],
  types: { t_uint96: { label: "uint96" }, "t_struct(Terms)17": { label: "struct Terms" } },
};

function guestWith(change: Partial<StorageLayout["storage"][number]>): StorageLayout {
  const variable = { label: "terms", slot: "1", offset: 0, type: "t_struct(Terms)940", ...change };
  return { storage: [variable], types: { ...HOST.types, "t_struct(Terms)940": { label: "struct Terms" } } };
}

describe("layoutDifferences", () => {
  test("finds none between the two halves of a network", () => {
    const [network, admission] = ["NetworkToken", "NetworkAdmission"].map(
      (contract) => readBuildArtifact(contract).storageLayout,
    ) as [StorageLayout, StorageLayout];
    expect(admission.storage.length).toBeGreaterThan(10);
    expect(layoutDifferences(network, admission)).toEqual([]);
  });

  test("does not mind the compiler's numbers, nor what only the host has", () => {
    expect(layoutDifferences(HOST, guestWith({}))).toEqual([]);
  });

  test.each([
    ["another word", { slot: "2" }, "terms: word 2, byte 0, struct Terms instead of word 1, byte 0, struct Terms"],
    ["another byte", { offset: 12 }, "terms: word 1, byte 12, struct Terms instead of word 1, byte 0, struct Terms"],
    ["another type", { type: "t_uint96" }, "terms: word 1, byte 0, uint96 instead of word 1, byte 0, struct Terms"],
    ["no such variable", { label: "votes" }, "votes: word 1, byte 0, struct Terms instead of nothing"],
  ])("tells of %s", (_, change, difference) => {
    expect(layoutDifferences(HOST, guestWith(change))).toEqual([difference]);
  });
});
