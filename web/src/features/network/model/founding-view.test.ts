import { describe, expect, it } from "vitest";
import type { NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, wallets } from "../../../data/testing/trio.ts";
import { foundingView, stakesToCome } from "./founding-view.ts";

const terms = (number: number, member: "ada" | "ben" | "cleo", used: bigint): OfferedTerms => ({
  number,
  member: tokens[member],
  account: wallets[member],
  rate: ONE / 2n,
  cap: 200_000n * ONE,
  used,
  opensAt: 0,
  expiry: 200,
  lockup: 0,
  maxMemberSupply: 1_000_000n * ONE,
  sponsor: null,
  founding: true,
});
const record: NetworkRecord = {
  block: 1,
  creator: wallets.ada,
  founded: false,
  foundingEnds: 200,
  founderCount: 3,
  terms: [terms(0, "ada", 200_000n * ONE), terms(1, "ben", 0n), terms(2, "cleo", 0n)],
  members: [],
};

describe("foundingView", () => {
  it("says who has staked, who is missing and until when", () => {
    const view = foundingView(record, 200);
    expect(view.state).toBe("under-way");
    expect(view.ends).toBe(200);
    expect(view.founders.map(({ hasStaked }) => hasStaked)).toEqual([true, false, false]);
    expect(view.missing.map(({ member, shares }) => [member, shares])).toEqual([
      [tokens.ben, 100_000n * ONE],
      [tokens.cleo, 100_000n * ONE],
    ]);
  });

  it("has failed when one founder lapsed", () => {
    expect(foundingView(record, 201).state).toBe("failed");
    expect(foundingView({ ...record, founded: true }, 201).state).toBe("complete");
  });

  it("leaves voted terms out", () => {
    const voted = { ...terms(3, "cleo", 0n), founding: false };
    expect(foundingView({ ...record, terms: [voted] }, 100).founders).toEqual([]);
  });
});

describe("stakesToCome", () => {
  it("are those of the other founders, while the founding lasts", () => {
    const under = stakesToCome(foundingView(record, 100), tokens.trio, wallets.cleo);
    expect(under.map(({ member, to }) => [member, to])).toEqual([[tokens.ben, wallets.ben]]);
    expect(stakesToCome(foundingView(record, 201), tokens.trio, wallets.cleo)).toEqual([]);
  });
});
