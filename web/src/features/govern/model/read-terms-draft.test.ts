import { describe, expect, it } from "vitest";
import type { Application } from "../../../data/governance/proposal.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { readTermsDraft, type TypedTerms } from "./read-terms-draft.ts";

const application: Application = {
  id: "0x1",
  member: tokens.ben,
  account: wallets.ben,
  amount: 5n,
  rate: 1n,
  uri: "",
  status: "open",
  createdAt: 1,
};
const typed: TypedTerms = { cap: "60,000", rate: "0.9", lockDays: "30", openDays: "14", title: "Admit Ben", text: "" };
const member = trioSnapshot().tokens.get(tokens.ben);
const read = (changes: Partial<TypedTerms> = {}) => readTermsDraft({ ...typed, ...changes }, application, member);

describe("readTermsDraft", () => {
  it("reads terms for who applied, with the member's supply as it is", () => {
    expect(read()).toMatchObject({
      ok: true,
      value: {
        kind: "entry",
        member: tokens.ben,
        account: wallets.ben,
        cap: 60_000n * 10n ** 18n,
        rate: 9n * 10n ** 17n,
        lockup: 30 * 86_400,
        openDays: 14,
        maxMemberSupply: member?.totalSupply,
      },
    });
  });

  it.each<[keyof TypedTerms, string, RegExp]>([
    ["cap", "0", /above zero/],
    ["rate", "1,5", /point/],
    ["rate", "9999999999999999999999999", /more than there can be/],
    ["lockDays", "1462", /0 to 1461/],
    ["lockDays", "1.5", /Whole numbers/],
    ["openDays", "0", /1 to 30/],
    ["openDays", "31", /1 to 30/],
    ["title", " ", /what is decided/],
    ["title", "é".repeat(101), /Shorten/],
    ["text", "x".repeat(4001), /4000 bytes/],
  ])("refuses %s %j", (field, text, reason) => {
    const draft = read({ [field]: text });
    expect(draft.ok ? undefined : draft.errors[field]).toMatch(reason);
  });
});
