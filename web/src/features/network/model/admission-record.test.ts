import { describe, expect, it } from "vitest";
import type { Admission } from "../../../data/network-admissions.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { admissionRecords, sponsorRecords } from "./admission-record.ts";

const carried = { quorum: 1n, forVotes: 3n, againstVotes: 1n, abstainVotes: 0n };
const vote = { status: "executed" as const, startsAt: 10, endsAt: 20, expiresAt: 30, ...carried };
const terms = { number: 3, status: "open" as const, used: 5n, expiry: 100, cancelledBy: null };
const admission: Admission = {
  id: "0x01",
  sponsor: wallets.ben,
  title: "Admit Ada",
  createdAt: 5,
  member: tokens.ada,
  account: wallets.ada,
  cap: 9n,
  rate: ONE,
  lockup: 0,
  vote,
  terms,
  joined: { joinedAt: 50, staked: 5n, returned: 0n, broughtIn: 7n, realizedBefore: 30n * ONE },
};
const proposed = { ...admission, vote: { ...vote, status: "proposed" as const }, terms: undefined, joined: undefined };
const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
const record = (changes: Partial<Admission>, now = 50) =>
  admissionRecords(snapshot, [{ ...admission, ...changes }], now)[0];

describe("admissionRecords", () => {
  it("says what was realized since, and nothing of that for networks", () => {
    expect(record({})).toMatchObject({ outcome: "came-in", realizedSince: 60n * ONE });
    const joined = admission.joined && { ...admission.joined, realizedBefore: null };
    expect(record({ member: tokens.trio, joined })?.realizedSince).toBeUndefined();
  });

  it.each([
    ["open", proposed, 15],
    ["open", proposed, 30],
    ["never-in-force", proposed, 31],
    ["refused", { ...proposed, vote: { ...proposed.vote, againstVotes: 3n } }, 21],
    ["withdrawn", { ...proposed, vote: { ...vote, status: "cancelled" as const } }, 5],
    ["open", { terms: { ...terms, used: 0n } }, 100],
    ["not-used", { terms: { ...terms, used: 0n } }, 101],
    ["cancelled", { terms: { ...terms, used: 0n, status: "cancelled" as const } }, 50],
    ["came-in", { terms: { ...terms, status: "cancelled" as const } }, 101],
  ] as const)("is %s (%#)", (outcome, changes, now) => {
    expect(record(changes, now)?.outcome).toBe(outcome);
  });
});

describe("sponsorRecords", () => {
  it("adds up whom each stood for and what those brought in", () => {
    const all = admissionRecords(
      snapshot,
      [
        admission,
        { ...admission, id: "0x02" },
        { ...proposed, id: "0x03" },
        { ...proposed, id: "0x04", sponsor: wallets.cleo, vote: { ...proposed.vote, forVotes: 0n } },
      ],
      25,
    );
    expect(sponsorRecords(all)).toEqual([
      { sponsor: wallets.ben, stoodFor: 3, cameIn: 2, open: 1, ended: 0, broughtIn: 14n },
      { sponsor: wallets.cleo, stoodFor: 1, cameIn: 0, open: 0, ended: 1, broughtIn: 0n },
    ]);
  });
});
