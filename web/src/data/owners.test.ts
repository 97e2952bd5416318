import { describe, expect, it } from "vitest";
import { ownersOf } from "./owners.ts";
import { ONE, sampleAddress, sampleSnapshot } from "./testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "./testing/trio.ts";

describe("ownersOf", () => {
  it("tells who owns Ada directly and in the end", () => {
    const { rows, trapped } = ownersOf(trioSnapshot(), tokens.ada);
    expect(rows.map(({ address, kind }) => [address, kind])).toEqual([
      [wallets.ada, "account"],
      [tokens.trio, "treasury"],
      [wallets.ben, "account"],
      [wallets.cleo, "account"],
    ]);
    expect(rows.map(({ direct }) => Number(direct.toFixed(12)))).toEqual([0.8, 0.2, 0, 0]);
    // Of 90: 78 3/7, 6 3/7 and 5 1/7.
    const inTheEnd = rows.map((row) => (row.inTheEnd ?? 0) * 90);
    for (const [index, expected] of [549 / 7, 0, 45 / 7, 36 / 7].entries()) {
      expect(inTheEnd[index]).toBeCloseTo(expected, 9);
    }
    expect(rows[1]?.inTheEnd).toBeUndefined();
    expect(trapped).toBe(0);
  });

  it("has no row for who gave all shares away", () => {
    const emptied = trioSnapshot({ benEarnedBefore: ONE });
    expect(ownersOf(emptied, tokens.ada)).toEqual(ownersOf(trioSnapshot(), tokens.ada));
  });

  it("lists pools last, with their part of all shares", () => {
    const pool = sampleAddress(9);
    const snapshot = sampleSnapshot(
      [{ address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada }],
      [
        { token: tokens.ada, holder: pool, balance: ONE, class: "EXCLUDED" },
        { token: tokens.ada, holder: wallets.ada, balance: 3n * ONE },
      ],
    );
    expect(ownersOf(snapshot, tokens.ada).rows).toEqual([
      { address: wallets.ada, kind: "account", balance: 3n * ONE, direct: 1, inTheEnd: 1 },
      { address: pool, kind: "pool", balance: ONE, direct: 0.25, inTheEnd: undefined },
    ]);
  });
});
