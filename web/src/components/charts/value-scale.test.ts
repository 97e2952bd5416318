import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueScale } from "./value-scale.ts";

const ONE = 10n ** 18n;

describe("valueScale", () => {
  it("reaches from 0 at the bottom to a round figure", () => {
    const { y, ticks } = valueScale(24n * ONE, 18, 150);
    expect(y(0n)).toBe(150);
    expect(y(15n * ONE)).toBe(75);
    expect(ticks.map(({ label }) => label)).toEqual(["0", "10", "20", "30"]);
    expect(ticks.map((tick) => Math.round(tick.y))).toEqual([150, 100, 50, 0]);
  });

  it.each([0, 6, 18, 24])("labels whole units of a currency with %i decimals", (decimals) => {
    const { ticks } = valueScale(24n * 10n ** BigInt(decimals), decimals, 150);
    expect(ticks.map(({ label }) => label)).toEqual(["0", "10", "20", "30"]);
  });

  it("has an axis where nothing came in", () => {
    expect(valueScale(0n, 18, 100).y(0n)).toBe(100);
  });

  it("keeps every amount on the drawing, and larger ones not lower", () => {
    const amount = fc.bigInt({ min: 0n, max: 2n ** 110n });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), fc.integer({ min: 0, max: 24 }), (values, decimals) => {
        const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const { y } = valueScale(sorted.at(-1) ?? 0n, decimals, 100);
        const places = sorted.map(y);
        expect(places).toEqual([...places].sort((a, b) => b - a));
        expect(places.every((place) => place >= -1e-6 && place <= 100)).toBe(true);
      }),
    );
  });
});
