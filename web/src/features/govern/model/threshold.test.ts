import { describe, expect, it } from "vitest";
import { sampleGovernance } from "./testing.ts";
import { effectiveThreshold } from "./threshold.ts";

const threshold = (proposalThreshold: bigint, votableSupply: bigint) =>
  effectiveThreshold({ ...sampleGovernance, proposalThreshold, votableSupply });

describe("effectiveThreshold", () => {
  it("is what was set, as long as that is at most 2 % of what can vote", () => {
    expect(threshold(2n, 100n)).toBe(2n);
    expect(threshold(3n, 100n)).toBe(2n);
  });

  it("is never nothing", () => {
    expect(threshold(5n, 49n)).toBe(1n);
    expect(threshold(5n, 0n)).toBe(1n);
  });
});
