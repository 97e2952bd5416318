import { describe, expect, it } from "vitest";
import { goldenStrands, paintHolders, paintMembers } from "./cloth-paint.ts";

const label = { full: "Ada", forms: ["Ada"] as const };

describe("goldenStrands", () => {
  it.each([
    [12, 0, []],
    [12, 1, [6]],
    [12, 2, [3, 9]],
    [2, 5, [1]],
    [9, 100, [1, 4, 7]],
    [0, 3, []],
  ] as const)("%i strands with %i gains", (strands, gains, golden) => {
    expect(goldenStrands(strands, gains)).toEqual(golden);
  });
});

describe("paint", () => {
  it("keeps people madder, networks indigo, strangers grey", () => {
    const member = { label, tokens: [], share: 1, gains: [1n] };
    const members = paintMembers(
      [
        { ...member, kind: "person" },
        { ...member, kind: "network", gains: [] },
      ],
      [6, 6],
    );
    expect(members.map(({ tone, golden }) => [tone, golden.length])).toEqual([
      ["person", 1],
      ["network", 0],
    ]);
    const holder = { label, holders: [], share: 1 };
    const holders = paintHolders([
      { ...holder, kind: "treasury" },
      { ...holder, kind: "wallet" },
    ]);
    expect(holders.map(({ tone }) => tone)).toEqual(["network", "wallet"]);
  });
});
