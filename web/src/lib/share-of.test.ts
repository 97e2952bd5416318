import { describe, expect, it } from "vitest";
import { shareOf } from "./share-of.ts";

describe("shareOf", () => {
  it("is the quotient", () => {
    expect(shareOf(200_000n * 10n ** 18n, 10n ** 24n)).toBe(0.2);
    expect(shareOf(1n, 3n)).toBeCloseTo(1 / 3, 14);
  });

  it("is nothing of nothing", () => {
    expect(shareOf(5n, 0n)).toBe(0);
  });
});
