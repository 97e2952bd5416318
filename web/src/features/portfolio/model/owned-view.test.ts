import { describe, expect, it } from "vitest";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { networksOf, ownedBy } from "./owned-view.ts";

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });

describe("ownedBy", () => {
  it("has what is held and what is owned through others", () => {
    const rows = ownedBy(snapshot, wallets.cleo);
    expect(rows.map(({ token }) => token.symbol)).toEqual(["CLEO", "TRIO", "ADA", "BENL"]);
    const [cleo, trio, ada] = rows;
    expect(cleo).toMatchObject({ balance: 800_000n * ONE, direct: 0.8 });
    expect(cleo?.inTheEnd).toBeCloseTo(6 / 7, 12);
    // Her network shares are in her token's treasury: not hers directly, but in the end.
    expect(trio).toMatchObject({ balance: 0n, direct: 0, due: 0n });
    expect(ada?.inTheEnd).toBeCloseTo(36 / 7 / 90, 12);
  });

  it("says what each holding can claim", () => {
    const [ada] = ownedBy(snapshot, wallets.ada);
    expect(ada && 72n * ONE - ada.due <= 1n).toBe(true);
  });

  it("is empty for a stranger", () => {
    expect(ownedBy(snapshot, sampleAddress(1))).toEqual([]);
  });
});

describe("networksOf", () => {
  it("tells wallet and treasury apart", () => {
    const [ada] = networksOf(snapshot, wallets.ada);
    const [cleo] = networksOf(snapshot, wallets.cleo);
    expect(ada).toMatchObject({ inWallet: 100_000n * ONE, inTreasury: 0n, holdsOfYou: 0.2 });
    expect(cleo).toMatchObject({ inWallet: 0n, inTreasury: 100_000n * ONE, holdsOfYou: 0.2 });
  });

  it("is empty for who is in none", () => {
    expect(networksOf(trioSnapshot({ cleoStaked: false }), wallets.cleo)).toEqual([]);
    expect(networksOf(snapshot, sampleAddress(1))).toEqual([]);
  });
});
