import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../index.ts";
import { sum } from "../testing/arbitrary-state.ts";
import { bigintAt, type Limbs, setBigint } from "./limbs.ts";
import { createSplitter } from "./splitter.ts";

const MOST_SHARES = 2n ** 96n - 1n;

/** One token with holders of so many shares. */
function graphOf(balances: readonly bigint[]) {
  const supply = sum(balances);
  return buildGraph({
    tokens: [{ id: "0x1", totalSupply: supply, eligibleSupply: supply, incomePerShare: 0n }],
    holdings: balances.map((balance, index) => ({
      ...{ token: "0x1", holder: `a${index}`, balance },
      ...{ debt: 0n, excluded: false },
    })),
  });
}

const balance = fc.oneof(fc.bigInt(1n, 10n), fc.bigInt(1n, MOST_SHARES / 8n));
const balances = fc.array(balance, { minLength: 1, maxLength: 8 });
const amount = fc.oneof(fc.bigInt(1n, 10n), fc.bigInt(1n, 2n ** 110n - 1n), fc.bigInt(1n, 2n ** 256n - 1n));

function prepare(held: readonly bigint[], value: bigint) {
  const width = Math.ceil((value.toString(2).length + 1) / 24);
  const splitter = createSplitter(graphOf(held), width);
  const [limbs, inverse]: Limbs[] = [new Float64Array(width), new Float64Array(splitter.inverseWidth)];
  setBigint(limbs as Limbs, 0, width, value);
  splitter.setInverse(inverse as Limbs, 0, sum(held));
  return { splitter, limbs: limbs as Limbs, inverse: inverse as Limbs, width };
}

describe("a splitter", () => {
  it("splits to the wei, each part next to its exact one, and leaves whole parts whole", () => {
    fc.assert(
      fc.property(balances, amount, fc.boolean(), (held, some, whole) => {
        const supply = sum(held);
        const value = whole ? (some % 2n ** 150n) * supply : some;
        const { splitter, limbs, inverse, width } = prepare(held, value);
        const parts = held.map(() => 0n);
        splitter.split(0, limbs, 0, inverse, 0, undefined, (edge, part) => {
          parts[edge] = bigintAt(part, 0, width);
        });
        expect(sum(parts)).toBe(value);
        for (const [edge, part] of parts.entries()) {
          const off = part * supply - value * (held[edge] as bigint);
          // Less than a wei and 2⁻²² of one.
          expect((off < 0n ? -off : off) << 22n <= (supply << 22n) + supply).toBe(true);
          if (whole) expect(off).toBe(0n);
        }
      }),
    );
  });

  it("rounds a single part down, but for what is whole up to 2⁻²³ of a wei", () => {
    fc.assert(
      fc.property(balances, amount, (held, value) => {
        const { splitter, limbs, inverse, width } = prepare(held, value);
        splitter.setRate(limbs, 0, inverse, 0);
        let all = 0n;
        for (const [edge, shares] of held.entries()) {
          splitter.part(edge);
          const part = bigintAt(splitter.found, 0, width);
          all += part;
          const [exact, rest] = [(value * shares) / sum(held), (value * shares) % sum(held)];
          const nextTo = (sum(held) - rest) << 23n <= sum(held);
          expect(part === exact || (nextTo && part === exact + 1n)).toBe(true);
        }
        expect(all).toBeLessThanOrEqual(value);
      }),
    );
  });

  it("splits among some of the holders", () => {
    const { splitter, limbs, width } = prepare([1n, 2n, 3n, 10n ** 16n], 90n);
    const inverse = new Float64Array(splitter.inverseWidth);
    splitter.setInverse(inverse, 0, 3n);
    const parts: [number, bigint][] = [];
    splitter.split(
      0,
      limbs,
      0,
      inverse,
      0,
      (edge) => edge < 2,
      (edge, part) => parts.push([edge, bigintAt(part, 0, width)]),
    );
    expect(parts).toEqual([
      [0, 30n],
      [1, 60n],
    ]);
  });
});
