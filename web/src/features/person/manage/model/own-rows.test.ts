import { describe, expect, it } from "vitest";
import type { TokenInfo } from "../../../../data/ownership.ts";
import type { PersonRecord } from "../../../../data/person.ts";
import type { PersonSettings } from "../../../../data/person-settings.ts";
import { ONE } from "../../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../../data/testing/trio.ts";
import { ownRows } from "./own-rows.ts";
import { refuseHeir } from "./refuse-heir.ts";
import { sampleRecord, sampleSettings } from "./testing.ts";

const snapshot = trioSnapshot();
const cleo = snapshot.tokens.get(tokens.cleo) as TokenInfo;

/** Rows by form: how it is, and the button's word. */
function rowsWith(change: Partial<PersonRecord>, settingsChange: Partial<PersonSettings> = {}, token = cleo) {
  const rows = ownRows({
    snapshot,
    token,
    record: { ...sampleRecord, ...change },
    settings: { ...sampleSettings, ...settingsChange },
    now: 150,
  });
  return Object.fromEntries(rows.map(({ form, state, act }) => [form, [state, act]]));
}

describe("ownRows", () => {
  it("says how everything is, and leaves out what there is nothing of", () => {
    expect(rowsWith({})).toEqual({
      issue: ["There are 1,000,000 CLEO", "Issue"],
      holders: ["You alone: nobody is approved", "Change"],
      deposits: ["None allowed", "Change"],
      votes: ["You cast them", "Change"],
      describe: ["What your page says of you", "Change"],
      "hand-over": ["Offered to nobody", "Offer"],
    });
  });

  it("has no button for what is final, and no row for votes without network shares", () => {
    expect(rowsWith({ transfersOpen: true }).holders).toEqual(["Anybody: your token is open, for ever", undefined]);
    expect(rowsWith({}, {}, snapshot.tokens.get(tokens.ada) as TokenInfo).votes).toBeUndefined();
  });

  it("says what changed", () => {
    const stream = { ...sampleRecord.stream, streamLeft: 8n * ONE, streamEnd: 200n, lastAccrual: 100n };
    const exit = {
      network: tokens.trio,
      number: 1,
      member: tokens.cleo,
      rate: ONE,
      left: 5n * ONE,
      opensAt: 0,
      expiry: 200,
      founding: false,
    };
    const position = {
      network: tokens.trio,
      member: tokens.cleo,
      staked: 9n * ONE,
      minted: ONE,
      returned: 0n,
      burned: 0n,
    };
    const rows = rowsWith(
      { stream, approved: [wallets.ben, tokens.trio], deposits: [tokens.ada], pendingPerson: wallets.ben },
      { votes: [], exits: [exit], positions: [position] },
    );
    expect(rows).toMatchObject({
      stream: ["4 ETH until 1 Jan 1970", "End sooner"],
      holders: ["Closed: 2 approved", "Change"],
      deposits: ["Allowed: Ada Okafor", "Change"],
      votes: ["In TRIO somebody else casts them, or nobody", "Change"],
      leave: ["Trio: up to 5", "Take back"],
      "hand-over": ["Offered to Ben Lindqvist", "Change"],
    });
  });
});

describe("refuseHeir", () => {
  it.each([
    [wallets.cleo, /controls it now/],
    [wallets.ben, /has a token already: Ben Lindqvist/],
    [tokens.trio, /enter a wallet/],
  ])("refuses %s", (heir, words) => {
    expect(refuseHeir(snapshot, heir, wallets.cleo)).toMatch(words);
  });

  it("takes a wallet without a token", () => {
    expect(refuseHeir(snapshot, "0x00000000000000000000000000000000000000ff", wallets.cleo)).toBeUndefined();
  });
});
