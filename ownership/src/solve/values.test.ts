import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amplification,
  bookValue,
  buildGraph,
  finalValue,
  InvalidAmountError,
  UnknownTokenError,
  valuesOf,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";

const SUPPLY = 10n ** 18n;

describe("valuesOf", () => {
  it("conserves value: what accounts and pools hold, and what is trapped, is what there is", () => {
    fc.assert(
      fc.property(arbitraryState(), fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }), (state, numbers) => {
        const outside = new Map(state.tokens.map(({ id }, index) => [id, numbers[index] as number]));
        const total = Array.from(outside.values()).reduce((sum, value) => sum + value, 0);
        const { book, final, trapped, amplification: factor } = valuesOf(buildGraph(state), outside);
        const rests = Array.from(final.values()).reduce((sum, value) => sum + value, trapped);
        expect(Math.abs(rests - total)).toBeLessThan(1e-8);
        for (const value of [...book.values(), ...final.values()]) expect(value).not.toBeNaN();
        expect(factor === null).toBe(total === 0);
        if (factor !== null && trapped === 0) expect(factor).toBeGreaterThan(1 - 1e-9);
      }),
    );
  });

  it("divides by total supply: pools are holders outside", () => {
    const graph = buildGraph({
      tokens: [
        { id: "0x1", totalSupply: 2n * SUPPLY, eligibleSupply: SUPPLY, incomePerShare: 0n },
        { id: "0x2", totalSupply: SUPPLY, eligibleSupply: SUPPLY, incomePerShare: 0n },
      ],
      holdings: [
        { token: "0x1", holder: "0x2", balance: SUPPLY, debt: 0n, excluded: false },
        { token: "0x1", holder: "pool", balance: SUPPLY, debt: 0n, excluded: true },
        { token: "0x2", holder: "a", balance: SUPPLY, debt: 0n, excluded: false },
      ],
    });
    const outside = new Map([["0x1", 100]]);
    expect(bookValue(graph, outside)).toEqual(
      new Map([
        ["0x1", 100],
        ["0x2", 50],
      ]),
    );
    expect(finalValue(graph, outside)).toEqual(
      new Map([
        ["0x1", 50],
        ["0x2", 50],
      ]),
    );
    expect(amplification(graph, outside)).toBe(1.5);
    expect(amplification(graph, new Map())).toBeNull();
    expect(() => valuesOf(graph, new Map([["0x3", 1]]))).toThrow(UnknownTokenError);
    expect(() => valuesOf(graph, new Map([["0x1", Number.NaN]]))).toThrow(InvalidAmountError);
  });
});
