import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "../testing/arbitrary-state.ts";
import { split } from "./split.ts";

describe("split", () => {
  it("gives parts that sum to the amount, each less than a wei off", () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 24n), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 30n), weights, (amount, some) => {
        const all = [...some, 1n];
        const total = sum(all);
        const parts = split(amount, all);
        expect(sum(parts)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const off = part * total - amount * (all[index] as bigint);
          expect(off < 0n ? -off : off).toBeLessThan(total);
        }
      }),
    );
  });
});
