import { describe, expect, it } from "vitest";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { invitationOf, invitationWords, untilWords } from "./invitation.ts";
import { sampleEntry, sampleFounding } from "./testing.ts";

const terms = [sampleFounding, sampleEntry];
const snapshot = trioSnapshot();
const trio = snapshot.tokens.get(tokens.trio);
if (!trio) throw new Error("the trio has a network");

describe("invitationOf", () => {
  it.each([
    [undefined, wallets.ada, undefined],
    [9, wallets.ada, "unknown"],
    [0, undefined, "no-account"],
    [0, wallets.ben, "wrong-account"],
    [0, wallets.ada, "yours"],
  ] as const)("of terms %j for %s is %s", (number, account, state) => {
    expect(invitationOf(terms, number, account)?.state).toBe(state);
  });

  it("is anybody's where the terms name nobody", () => {
    expect(invitationOf([{ ...sampleEntry, account: null }], 3, wallets.ben)?.state).toBe("yours");
  });
});

describe("invitationWords", () => {
  it("says who is asked for what, and until when", () => {
    expect(invitationWords(snapshot, trio, sampleFounding)).toBe(
      "Ada Okafor is asked to stake 200,000 ADA as a founder of Trio, and receives 100,000 TRIO for it.",
    );
    expect(invitationWords(snapshot, trio, sampleEntry)).toContain("may stake up to 200,000 ADA into Trio");
    expect(untilWords(sampleEntry, 150)).toMatch(/^Until .*, in 50 seconds\.$/);
    expect(untilWords(sampleEntry, 99)).toMatch(/^From .*, until /);
    expect(untilWords(sampleEntry, 201)).toMatch(/^That ended on /);
  });
});
