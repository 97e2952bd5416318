import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConnectedPart } from "../../../data/connected-profit.ts";
import { sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens } from "../../../data/testing/trio.ts";
import type { Address } from "../../../lib/address.ts";
import { byOrigin, byToken } from "./profit-sources.ts";
import { waysTo } from "./profit-ways.ts";

const part = (token: Address, via: Address, origin: Address | null, amount: bigint, lastAt = 5): ConnectedPart => ({
  id: `${token}${via}${origin}`,
  token,
  via,
  origin,
  amount,
  firstAt: 1,
  lastAt,
});

const { ada, ben, cleo, trio } = tokens;

/** The worked example after Ada realized 90 and everybody harvested until nothing was left, in sevenths. */
const worked = [
  part(ada, ada, ada, 630n),
  part(trio, ada, ada, 126n),
  part(trio, cleo, ada, 9n, 8),
  part(cleo, trio, ada, 45n, 7),
];

const places = Array.from({ length: 6 }, (_, index) => sampleAddress(0x100 + index));
const place = fc.constantFrom(...places);
const parts = fc
  .uniqueArray(
    fc.record({ token: place, via: place, origin: fc.option(place), amount: fc.bigInt({ min: 1n, max: 2n ** 110n }) }),
    {
      selector: ({ token, via, origin }) => `${token}${via}${origin}`,
      maxLength: 60,
    },
  )
  .map((all) => all.map(({ token, via, origin, amount }) => part(token, via, origin, amount)));

describe("byOrigin", () => {
  it("adds up by whose gain it was, the largest first, what has no origin last", () => {
    const groups = byOrigin([
      ...worked.filter(({ token }) => token === trio),
      part(trio, trio, null, 999n),
      part(trio, ben, ben, 200n),
    ]);
    expect(groups.map(({ key, amount }) => [key, amount])).toEqual([
      [ben, 200n],
      [ada, 135n],
      [null, 999n],
    ]);
    expect(groups[1]).toMatchObject({
      arrivals: [
        { via: ada, amount: 126n },
        { via: cleo, amount: 9n },
      ],
      lastAt: 8,
    });
  });

  it("loses no wei", () => {
    const sum = (list: readonly { readonly amount: bigint }[]) =>
      list.reduce((total, { amount }) => total + amount, 0n);
    fc.assert(
      fc.property(parts, (all) => {
        const groups = byOrigin(all);
        expect(sum(groups)).toBe(sum(all));
        for (const group of groups) expect(sum(group.arrivals)).toBe(group.amount);
      }),
    );
  });
});

describe("byToken", () => {
  it("leaves out what the person’s own token took in", () => {
    expect(byToken(worked, ada).map(({ key, amount }) => [key, amount])).toEqual([
      [trio, 135n],
      [cleo, 45n],
    ]);
  });
});

describe("waysTo", () => {
  it("tells a way around a circle as it went", () => {
    expect(waysTo(worked, ada, trio)).toEqual([
      { tokens: [ada, trio], amount: 126n },
      { tokens: [ada, trio, cleo, trio], amount: 9n },
    ]);
    expect(waysTo(worked, ada, cleo)).toEqual([{ tokens: [ada, trio, cleo], amount: 45n }]);
    expect(waysTo(worked, ada, ada)).toEqual([{ tokens: [ada], amount: 630n }]);
  });

  it("takes the way of which the narrowest step carried most", () => {
    const [a, b, c, d] = places as [Address, Address, Address, Address];
    const narrow = [
      part(b, a, a, 100n),
      part(d, b, a, 1n),
      part(c, a, a, 50n),
      part(d, c, a, 40n),
      part(trio, d, a, 41n),
    ];
    expect(waysTo(narrow, a, trio)).toEqual([{ tokens: [a, c, d, trio], amount: 41n }]);
  });

  it("gives every wei one way that ends at the token, each step of which there was", () => {
    fc.assert(
      fc.property(parts, place, place, (all, origin, token) => {
        const own = all.map((one) => ({ ...one, origin }));
        const ways = waysTo(own, origin, token);
        const arrived = own.filter((one) => one.token === token);
        expect(ways.reduce((sum, { amount }) => sum + amount, 0n)).toBe(
          arrived.reduce((sum, { amount }) => sum + amount, 0n),
        );
        for (const { tokens: way } of ways) {
          expect(way.at(-1)).toBe(token);
          way.slice(1).forEach((next, index) => {
            expect(own.some(({ via, token: to }) => via === way[index] && to === next)).toBe(true);
          });
        }
      }),
    );
  });
});
