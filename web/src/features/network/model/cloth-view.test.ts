import { describe, expect, it } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { clothView, MOST_BANDS } from "./cloth-view.ts";

describe("clothView", () => {
  const cloth = clothView(trioSnapshot(), tokens.trio, []);
  const member = (token: string) => cloth.members.findIndex(({ tokens: [first] }) => first === token);
  const holder = (address: string) => cloth.holders.findIndex(({ holders: [first] }) => first === address);
  const crossing = (token: string, address: string) => cloth.crossings[member(token)]?.[holder(address)] ?? -1n;

  it("has members one way and holders the other", () => {
    expect(cloth.members.map(({ label, share }) => [label.full, share])).toEqual([
      ["Ada Okafor", 0.2],
      ["Ben Lindqvist", 0.2],
      ["Cleo Marchetti", 0.2],
    ]);
    expect(cloth.holders.map(({ label, kind }) => [label.full, kind])).toEqual([
      ["Ada Okafor", "person"],
      ["Ben Lindqvist", "person"],
      ["Cleo Marchetti’s treasury", "treasury"],
    ]);
  });

  it("counts all turns: of 100 that Ada realizes, Trio pays 7 1/7 to each holder, not 20 × 1/3", () => {
    // Trio's inflow is 20 + (1/5)(1/3) of itself: 150/7, a third of it is 50/7.
    const expected = (50n * ONE) / 7n;
    for (const address of [wallets.ada, wallets.ben, tokens.cleo]) {
      const difference = crossing(tokens.ada, address) - expected;
      expect(difference < 10n && difference > -10n).toBe(true);
    }
  });

  it("turns gains of the last days into golden strands, but not what came round", () => {
    const gain = {
      member: tokens.ada,
      kind: "REALIZED",
      source: wallets.ada,
      amount: 90n * ONE,
      timestamp: 1,
    } as const;
    const round = { member: tokens.cleo, kind: "HARVESTED", source: tokens.trio, amount: 6n, timestamp: 1 } as const;
    const { members } = clothView(trioSnapshot(), tokens.trio, [gain, round]);
    expect(members.map(({ gains }) => gains)).toEqual([[90n * ONE], [], []]);
  });

  it("sets pools apart and leaves them out of the holders", () => {
    const pool = sampleAddress(9);
    const network = { address: tokens.trio, name: "Trio", symbol: "TRIO" };
    const snapshot = sampleSnapshot(
      [network],
      [
        { token: tokens.trio, holder: wallets.ada, balance: 3n * ONE },
        { token: tokens.trio, holder: pool, balance: ONE, class: "EXCLUDED" },
      ],
    );
    const view = clothView(snapshot, tokens.trio, []);
    expect(view.pools).toEqual([{ address: pool, share: 0.25 }]);
    expect(view.holders.map(({ share }) => share)).toEqual([1]);
    expect(view.members).toEqual([]);
  });

  it("weaves more than twelve holders as eleven and others, who together hold the rest", () => {
    const holdings = Array.from({ length: 20 }, (_, index) => ({
      token: tokens.trio,
      holder: sampleAddress(0x100 + index),
      balance: BigInt(100 - index) * ONE,
    }));
    const { holders } = clothView(
      sampleSnapshot([{ address: tokens.trio, name: "Trio", symbol: "TRIO" }], holdings),
      tokens.trio,
      [],
    );
    expect(holders).toHaveLength(MOST_BANDS);
    expect(holders.at(-1)?.holders).toHaveLength(9);
    expect(holders.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
  });

  it("pays the same in total whether holders are shown one by one or together", () => {
    const spread = (count: number) => {
      const holdings = Array.from({ length: count }, (_, index) => ({
        token: tokens.trio,
        holder: sampleAddress(0x100 + index),
        balance: ONE,
      }));
      const member = { token: tokens.ada, holder: tokens.trio, balance: ONE };
      const people = [{ address: tokens.ada, name: "Ada Okafor", symbol: "ADA", person: wallets.ada }];
      const network = { address: tokens.trio, name: "Trio", symbol: "TRIO" };
      const { crossings } = clothView(sampleSnapshot([...people, network], [member, ...holdings]), tokens.trio, []);
      return crossings[0]?.reduce((total, amount) => total + amount, 0n);
    };
    expect(spread(30)).toBe(spread(5));
  });
});
