import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ONE } from "../../../../data/testing/sample-snapshot.ts";
import { tokens } from "../../../../data/testing/trio.ts";
import { burnedFor, type LeaveView, leaveViews } from "./leave-preview.ts";

const position = {
  network: tokens.trio,
  member: tokens.cleo,
  staked: 200n * ONE,
  minted: 100n * ONE,
  returned: 50n * ONE,
  burned: 30n * ONE,
};
const exit = {
  network: tokens.trio,
  number: 4,
  member: tokens.cleo,
  rate: ONE / 4n,
  left: 80n * ONE,
  opensAt: 100,
  expiry: 200,
  founding: false,
};
const view: LeaveView = { offer: exit, state: "usable", most: 80n * ONE, position };

describe("leaveViews", () => {
  it.each([
    [99, "not-open"],
    [100, "usable"],
    [200, "usable"],
    [201, "ended"],
  ])("at %s they are %s", (now, state) => {
    expect(leaveViews([exit], [position], now)).toEqual([{ ...view, state }]);
  });

  it("gives back no more than is still staked", () => {
    const mostly = { ...position, returned: 190n * ONE };
    expect(leaveViews([exit], [mostly], 100)[0]?.most).toBe(10n * ONE);
    expect(leaveViews([exit], [{ ...position, returned: position.staked }], 100)).toEqual([]);
    expect(leaveViews([exit], [], 100)).toEqual([]);
  });
});

describe("burnedFor", () => {
  it("burns by the terms or by what the stake was given, whichever is more, rounded up", () => {
    // 70 are left of what was minted for the 150 that are still staked: more than a quarter.
    expect(burnedFor(view, 75n * ONE)).toBe(35n * ONE);
    expect(burnedFor({ ...view, offer: { ...exit, rate: ONE } }, 75n * ONE)).toBe(75n * ONE);
    expect(burnedFor(view, 1n)).toBe(1n);
  });

  it("never gives all back for less than all that was minted, however it is cut", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 149n * ONE), (first) => {
        const burned = burnedFor(view, first);
        const after = { ...position, returned: position.returned + first, burned: position.burned + burned };
        const rest = burnedFor({ ...view, position: after }, 150n * ONE - first);
        expect(burned + rest).toBeGreaterThanOrEqual(70n * ONE);
      }),
    );
  });

  it("burns exactly what a founder received", () => {
    const founding = { ...view, offer: { ...exit, rate: ONE / 3n, founding: true } };
    expect(burnedFor(founding, 100n)).toBe(33n);
  });
});
