import { describe, expect, it } from "vitest";
import type { NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { dueToNetwork } from "./due-to-network.ts";
import { memberRows } from "./member-rows.ts";

const offer: OfferedTerms = {
  number: 0,
  member: tokens.ada,
  account: wallets.ada,
  rate: ONE / 2n,
  cap: ONE,
  used: ONE,
  opensAt: 0,
  expiry: 1,
  lockup: 0,
  maxMemberSupply: ONE,
  status: "open",
  sponsor: null,
  cancelledBy: null,
  founding: true,
};
const joined = { staked: ONE, broughtIn: 5n, joinedAt: 7 };
const record: NetworkRecord = {
  block: 1,
  creator: wallets.ada,
  founded: true,
  foundingEnds: 1,
  founderCount: 1,
  proposalCount: 0,
  exits: [],
  terms: [offer, { ...offer, number: 1, member: tokens.ben, sponsor: wallets.ada, founding: false }],
  members: [
    { ...joined, member: tokens.ada },
    { ...joined, member: tokens.ben },
  ],
};

describe("memberRows", () => {
  it("has what is held now and what was brought in", () => {
    expect(memberRows(trioSnapshot(), tokens.trio, record)).toEqual([
      { member: tokens.ada, share: 0.2, broughtIn: 5n, joinedAt: 7 },
      { member: tokens.ben, share: 0.2, broughtIn: 5n, joinedAt: 7 },
    ]);
  });
});

describe("dueToNetwork", () => {
  it("is what members gained and nobody collected", () => {
    const due = dueToNetwork(trioSnapshot({ adaRealized: 90n * ONE }), tokens.trio);
    expect(18n * ONE - due).toBeLessThanOrEqual(1n);
    expect(dueToNetwork(trioSnapshot(), tokens.trio)).toBe(0n);
  });
});
