import { describe, expect, it } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, wallets } from "../../../data/testing/trio.ts";
import { readExitDraft, type TypedExit } from "./read-exit-draft.ts";
import { samplePosition } from "./testing.ts";

const typed: TypedExit = { amount: "50,000", rate: "0.6", openDays: "14", title: "Let Ada leave", text: "" };
const read = (changes: Partial<TypedExit> = {}) => readExitDraft({ ...typed, ...changes }, samplePosition, "ADA");

describe("readExitDraft", () => {
  it("reads terms that give a part of the position back", () => {
    expect(read()).toMatchObject({
      ok: true,
      value: {
        kind: "exit",
        member: tokens.ada,
        account: wallets.ada,
        cap: 50_000n * ONE,
        rate: (6n * ONE) / 10n,
        lockup: 0,
        openDays: 14,
      },
    });
    expect(read({ amount: "max" })).toMatchObject({ ok: true, value: { cap: samplePosition.staked } });
  });

  it.each<[keyof TypedExit, string, RegExp]>([
    ["amount", "0", /above zero/],
    ["amount", "200,001", /200,000 ADA are still in/],
    ["rate", "0.49", /At least 0\.5/],
    ["rate", "9999999999999999999999999", /more than there can be/],
    ["openDays", "31", /1 to 30/],
    ["title", " ", /what is decided/],
  ])("refuses %s %j", (field, text, reason) => {
    const draft = read({ [field]: text });
    expect(draft.ok ? undefined : draft.errors[field]).toMatch(reason);
  });
});
