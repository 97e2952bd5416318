import { describe, expect, it } from "vitest";
import type { OfferedTerms } from "../../../data/network.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { refuseAmount, sharesFor, termsFor, viewTerms } from "./terms-view.ts";

const snapshot = trioSnapshot({ cleoStaked: false });
const founding: OfferedTerms = {
  number: 2,
  member: tokens.cleo,
  account: wallets.cleo,
  rate: ONE / 2n,
  cap: 200_000n * ONE,
  used: 0n,
  opensAt: 100,
  expiry: 200,
  lockup: 0,
  maxMemberSupply: 1_000_000n * ONE,
  status: "open",
  sponsor: null,
  cancelledBy: null,
  founding: true,
};
const voted: OfferedTerms = { ...founding, number: 3, founding: false, sponsor: wallets.ada };

describe("sharesFor", () => {
  it("rounds down, as the contract does", () => {
    expect(sharesFor(200_000n * ONE, ONE / 2n)).toBe(100_000n * ONE);
    expect(sharesFor(3n, ONE / 2n)).toBe(1n);
    expect(sharesFor(1n, ONE / 2n)).toBe(0n);
  });
});

describe("viewTerms", () => {
  it.each([
    ["usable", founding, 150, ""],
    ["usable", founding, 200, ""],
    ["not-open", founding, 99, "These terms open on"],
    ["ended", founding, 201, "The founding ended on"],
    ["ended", voted, 201, "Nothing can be staked under them any more."],
    ["used", { ...founding, used: founding.cap }, 150, "You have staked all of the 200,000 CLEO"],
    ["taken-back", { ...founding, status: "taken-back" }, 201, "these 200,000 CLEO were taken back"],
    [
      "cancelled",
      { ...voted, status: "cancelled", cap: 0n, cancelledBy: wallets.ada },
      150,
      "Ada Okafor cancelled these",
    ],
    [
      "cancelled",
      { ...voted, status: "cancelled", cap: 0n, cancelledBy: "vote" },
      150,
      "By vote, members ended these terms.",
    ],
    ["full", { ...voted, used: voted.cap }, 150, "All 200,000 CLEO under these terms have been staked."],
    ["diluted", { ...voted, maxMemberSupply: 999_999n * ONE }, 150, "there are 1,000,000 now"],
  ] as const)("is %s", (state, terms, now, words) => {
    const view = viewTerms(snapshot, terms, now);
    expect(view.state).toBe(state);
    expect(view.reason).toContain(words);
  });
});

describe("termsFor", () => {
  it("lists what the account may use, usable terms first", () => {
    const anyone = { ...voted, number: 5, account: null };
    const done = { ...founding, number: 0, used: founding.cap };
    const other = { ...voted, number: 4, account: sampleAddress(7) };
    const views = termsFor(snapshot, [done, anyone, other], wallets.cleo, 150);
    expect(views.map(({ terms }) => terms.number)).toEqual([5, 0]);
  });
});

describe("refuseAmount", () => {
  const held = 1_000_000n * ONE;
  const view = viewTerms(snapshot, voted, 150);

  it.each([
    [view, held, 12_000n * ONE, undefined],
    [view, held, 0n, "Enter an amount above zero."],
    [view, held, 200_001n * ONE, "These terms take in 200,000 CLEO more at most."],
    [view, 10n * ONE, 12n * ONE, "You hold 10 CLEO, and 12 are to be staked."],
    [view, held, 1n, "This is too little for a single network share. Stake more."],
    [viewTerms(snapshot, founding, 150), held, ONE, "A founder stakes the whole 200,000 CLEO at once."],
    [viewTerms(snapshot, founding, 150), held, 200_000n * ONE, undefined],
  ] as const)("explains itself (%#)", (terms, balance, amount, reason) => {
    expect(refuseAmount(terms, "CLEO", balance, amount)).toBe(reason);
  });

  it("says first that the terms can't be used at all", () => {
    expect(refuseAmount(viewTerms(snapshot, voted, 201), "CLEO", held, ONE)).toContain("These terms ended");
  });
});
