import { describe, expect, it } from "vitest";
import { multiply } from "./exact/fraction.ts";
import {
  bookValueExact,
  buildGraph,
  circlesOf,
  flowOf,
  fraction,
  lookThroughExact,
  lookThroughOfAccount,
  lookThroughOfToken,
  toNumber,
  valuesOf,
} from "./index.ts";
import { outsiderOf, type PublishedCase, parseFraction, stateOfMatrix } from "./testing/graph-of-matrix.ts";
import cases from "./testing/published-cases.json" with { type: "json" };
import sixCountries from "./testing/six-countries.json" with { type: "json" };

const CLOSE = 12;

describe.each(cases as PublishedCase[])("$id ($source)", ({ names, c, p, l, a, book, final }) => {
  const graph = buildGraph(stateOfMatrix(names, c));
  const outsideValues = new Map(names.map((name, i) => [name, parseFraction(p[i] as string)]));

  it("has the exact inflows and look-through shares", () => {
    for (const [j, name] of names.entries()) {
      const exact = lookThroughExact(graph, name);
      for (const [i, other] of names.entries()) {
        const inflow = exact.inflow.find(({ token }) => token === other)?.share ?? fraction(0n);
        const share = exact.shares.find(({ account }) => account === outsiderOf(other))?.share ?? fraction(0n);
        expect(inflow).toEqual(parseFraction(l[i]?.[j] as string));
        expect(share).toEqual(parseFraction(a[i]?.[j] as string));
      }
      expect(exact.trapped).toEqual(fraction(0n));
    }
  });

  it("has the same shares in floating point, by token and by account", () => {
    for (const [j, name] of names.entries()) {
      const { shares, trapped } = lookThroughOfToken(graph, name);
      expect(trapped).toBe(0);
      for (const [i, other] of names.entries()) {
        const expected = toNumber(parseFraction(a[i]?.[j] as string));
        const byToken = shares.find(({ account }) => account === outsiderOf(other))?.share ?? 0;
        const byAccount =
          lookThroughOfAccount(graph, outsiderOf(other)).find(({ token }) => token === name)?.share ?? 0;
        expect(byToken).toBeCloseTo(expected, CLOSE);
        expect(byAccount).toBeCloseTo(expected, CLOSE);
      }
    }
  });

  it("has the book values and the values to final holders", () => {
    expect(bookValueExact(graph, outsideValues)).toEqual(book.map(parseFraction));
    const values = valuesOf(graph, new Map(Array.from(outsideValues, ([name, value]) => [name, toNumber(value)])));
    const total = p.reduce((sum, value) => sum + toNumber(parseFraction(value)), 0);
    let bookTotal = 0;
    for (const [i, name] of names.entries()) {
      const expected = toNumber(parseFraction(book[i] as string));
      expect(values.book.get(name)).toBeCloseTo(expected, 8);
      expect(values.final.get(name)).toBeCloseTo(toNumber(parseFraction(final[i] as string)), 8);
      bookTotal += expected;
    }
    expect(values.amplification).toBeCloseTo(bookTotal / total, CLOSE);
    expect(values.trapped).toBe(0);
  });

  it("pays the final values to the wei", () => {
    const wei = 10n ** 18n;
    const gains = new Map(Array.from(outsideValues, ([name, value]) => [name, value.n * wei]));
    const { received, trapped } = flowOf(graph, gains);
    for (const [i, name] of names.entries()) {
      const exact = multiply(parseFraction(final[i] as string), fraction(wei));
      const missing = (received.get(outsiderOf(name)) ?? 0n) * exact.d - exact.n;
      expect((missing < 0n ? -missing : missing) / exact.d).toBeLessThan(100n);
    }
    expect(trapped).toBe(0n);
    expect(sum(received.values())).toBe(sum(gains.values()));
  });
});

describe(`W2, six European countries (${sixCountries.source})`, () => {
  const { names, claims, dependencies, outsideValues, final, bookSum } = sixCountries;
  const debts = claims.map(sumOf);
  // C[i][j] = what j owes i / all that j owes / 3.
  const c = names.map((_, i) => names.map((_, j) => `${claims[j]?.[i]}/${3 * (debts[j] as number)}`));
  const graph = buildGraph(stateOfMatrix(names, c));

  it("has the published dependencies to two decimals", () => {
    for (const [j, name] of names.entries()) {
      const { shares, trapped } = lookThroughOfToken(graph, name);
      expect(shares.reduce((total, { share }) => total + share, trapped)).toBeCloseTo(1, CLOSE);
      for (const [i, other] of names.entries()) {
        const share = shares.find(({ account }) => account === outsiderOf(other))?.share ?? 0;
        expect(Math.abs(share - (dependencies[i]?.[j] as number))).toBeLessThan(0.01);
      }
    }
  });

  it("has the derived values", () => {
    const values = valuesOf(graph, new Map(names.map((name, i) => [name, outsideValues[i] as number])));
    for (const [i, name] of names.entries()) expect(values.final.get(name)).toBeCloseTo(final[i] as number, 4);
    expect(sumOf(Array.from(values.book.values(), Number))).toBeCloseTo(bookSum, 4);
    expect(values.amplification).toBeCloseTo(1.5, CLOSE);
  });
});

describe("S1, a closed circle", () => {
  const graph = buildGraph(
    stateOfMatrix(
      ["1", "2"],
      [
        ["0", "1"],
        ["1", "0"],
      ],
    ),
  );

  it("is found, taken out and reported as trapped", () => {
    expect(circlesOf(graph)).toMatchObject([{ tokens: ["1", "2"], returning: 1, closed: true }]);
    expect(lookThroughOfToken(graph, "1")).toEqual({
      shares: [],
      trapped: 1,
      trappedIn: [
        {
          tokens: ["1", "2"],
          share: 1,
          reason: "closed-circle",
          explanation: expect.stringContaining("inside the circle"),
        },
      ],
      errorBound: expect.closeTo(0, CLOSE),
    });
    expect(lookThroughExact(graph, "1")).toMatchObject({ shares: [], trapped: fraction(1n) });
    const flow = flowOf(graph, new Map([["1", 90n]]));
    expect(flow).toMatchObject({ trapped: 90n, edges: [], turns: [] });
    expect(flow.received.size).toBe(0);
  });

  it("has no finite book value", () => {
    const values = valuesOf(graph, new Map([["1", 1]]));
    expect(values.book).toEqual(
      new Map([
        ["1", null],
        ["2", null],
      ]),
    );
    expect(values.trapped).toBe(1);
  });
});

function sum(amounts: Iterable<bigint>): bigint {
  return Array.from(amounts).reduce((total, amount) => total + amount, 0n);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
