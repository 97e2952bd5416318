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
  status: "open",
  sponsor: null,
  cancelledBy: null,
  founding: true,
});
const record: NetworkRecord = {
  block: 1,
  creator: wallets.ada,
  founded: false,
  foundingEnds: 200,
  founderCount: 3,
  proposalCount: 0,
  exits: [],
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

  it("lets founders take back for 14 days, and after them until somebody governs what is left", () => {
    const until = 200 + 14 * 86_400;
    expect(foundingView(record, 200)).toMatchObject({ takeBackOpen: false, takeBackUntil: until });
    expect(foundingView({ ...record, proposalCount: 1 }, until).takeBackOpen).toBe(true);
    expect(foundingView({ ...record, proposalCount: 1 }, until + 1).takeBackOpen).toBe(false);
    expect(foundingView(record, until + 1).takeBackOpen).toBe(true);
  });

  it("tells who took back from who never staked", () => {
    const back = { ...terms(0, "ada", 0n), status: "taken-back" as const };
    const { founders } = foundingView({ ...record, terms: [back, terms(1, "ben", 0n)] }, 201);
    expect(founders.map(({ number, tookBack }) => [number, tookBack])).toEqual([
      [0, true],
      [1, false],
    ]);
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
