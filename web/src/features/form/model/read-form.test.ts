import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundersOf } from "../../../data/testing/founders-of.ts";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { takenSymbols } from "../../describe/model/taken-symbols.ts";
import { EMPTY_FORM, type FormDraft, type FounderDraft, newFounder, openingFounders } from "./form-draft.ts";
import { MOST_FOUNDERS, MOST_SHARES } from "./founder-rules.ts";
import { leastSettings } from "./governance-settings.ts";
import { type FormFacts, readForm } from "./read-form.ts";

const snapshot = trioSnapshot();
const facts = foundersOf(snapshot);
const taken = takenSymbols(snapshot.tokens.values());
const now = 1_800_000_000;
const settings = leastSettings(86_400);

function founder(member: string, changes: Partial<FounderDraft> = {}): FounderDraft {
  return { ...newFounder([], member), ...changes };
}

function form(...founders: readonly FounderDraft[]): FormDraft {
  return { description: { ...EMPTY_FORM.description, name: "Night School" }, founders: [...founders] };
}

const known = { facts, taken, account: wallets.ada, now, settings };
const read = (draft: FormDraft, others: Partial<FormFacts> = {}) =>
  readForm(draft, draft.founders ?? openingFounders(tokens.ada), { ...known, ...others });
/** What is said about the only founder's stake of Ada's shares. */
const about = (changes: Partial<FounderDraft>) => read(form(founder(tokens.ada, changes))).founders.rows[0];

describe("a founding as it opens", () => {
  it("names the connected person first, and waits for another", () => {
    const { founders, obstacle } = read(EMPTY_FORM);
    expect(founders.rows.map(({ token }) => token?.symbol)).toEqual(["ADA", undefined]);
    expect(obstacle).toBe("Enter a name.");
  });

  it("names nobody when nobody is connected", () => {
    const { founders } = readForm(form(), openingFounders(undefined), {
      ...known,
      account: undefined,
    });
    expect(founders.obstacle).toBe("Founder 1: Choose a person or a network, or remove this founder.");
  });
});

describe("a founding that can be sent", () => {
  const { args, founders } = read(
    form(founder(tokens.ada), founder(tokens.ben, { unit: "shares", amount: "50,000", rate: "2" })),
  );

  it("makes the arguments of the call", () => {
    expect(args?.[3]).toEqual([
      { member: tokens.ada, account: wallets.ada, stake: 100_000n * ONE, rate: ONE, maxMemberSupply: 1_000_000n * ONE },
      {
        member: tokens.ben,
        account: wallets.ben,
        stake: 50_000n * ONE,
        rate: 2n * ONE,
        maxMemberSupply: 1_000_000n * ONE,
      },
    ]);
    expect(args?.slice(0, 2)).toEqual(["Night School", "NIGHT"]);
    expect(args?.[4]).toBeGreaterThan(now);
    expect(args?.[5]).toEqual({
      votingDelay: 86_400,
      votingPeriod: 259_200,
      proposalThreshold: ONE,
      quorumPercent: 4n,
    });
  });

  it("knows what the network will have", () => {
    expect(founders.supply).toBe(200_000n * ONE);
    expect(founders.rows.map(({ shares }) => shares)).toEqual([100_000n * ONE, 100_000n * ONE]);
  });

  it("lets a network grow between founding and stake", () => {
    const { args: sent } = read(form(founder(tokens.trio, { account: wallets.ada, amount: "10" })));
    expect(sent?.[3][0]).toMatchObject({ account: wallets.ada, stake: 30_000n * ONE, maxMemberSupply: MOST_SHARES });
  });
});

describe("who stakes the shares of a network", () => {
  const trio = (changes: Partial<FounderDraft> = {}) => read(form(founder(tokens.trio, changes))).founders.rows[0];

  it("is the connected account, where it holds any, until somebody is named or the field is emptied", () => {
    expect(trio()?.account).toBe(wallets.ada);
    expect(trio({ account: wallets.ben })?.account).toBe(wallets.ben);
    expect(trio({ account: "" })).toMatchObject({ accountText: "", account: undefined });
    const stranger = read(form(founder(tokens.trio)), { account: sampleAddress(9) }).founders.rows[0];
    expect(stranger).toMatchObject({ accountText: "", account: undefined });
  });

  it("is not said to hold too little before that is known", () => {
    const unknown = { ...facts, balances: new Map() };
    const about = (changes: Partial<FormFacts>) =>
      read(form(founder(tokens.ada, { unit: "shares", amount: "800,001" })), changes).founders.rows[0];
    expect(about({})?.problems.amount).toMatch(/has 800,000, this needs 800,001/);
    expect(about({ facts: unknown })?.problems.amount).not.toMatch(/this needs/);
  });
});

describe("what the contracts would refuse", () => {
  it("says what is missing, by founder", () => {
    expect(read(form(founder(tokens.ada), founder(""))).obstacle).toMatch(/^Founder 2: Choose a person/);
    expect(read(form(founder(tokens.trio, { account: "" }))).obstacle).toBe(
      "Founder 1: Enter the account that stakes.",
    );
    expect(read(form(founder(tokens.trio, { account: "0x12" }))).founders.rows[0]?.problems.account).toMatch(
      /40 digits/,
    );
    expect(about({ amount: "" })).toMatchObject({ problems: {}, obstacle: "Enter an amount." });
    expect(about({ rate: "" })).toMatchObject({ problems: {}, obstacle: "Enter an amount." });
  });

  it.each<[string, Partial<FounderDraft>, RegExp]>([
    ["more than the founder holds", { unit: "shares", amount: "800,001" }, /has 800,000, this needs 800,001/],
    ["nothing", { amount: "0" }, /above zero/],
    ["less than a wei", { amount: "0.0000000000000001", unit: "percent", member: tokens.ada }, /at least 0\.001/],
    ["more than can be", { unit: "shares", amount: "80,000,000,000" }, /at most 79,228,162,514\.26/],
    ["no number", { amount: "half" }, /is not a number/],
    ["a percentage with too many digits", { amount: "0.00000000000000001" }, /At most 16 digits/],
  ])("%s", (_, changes, words) => {
    const row = about(changes);
    expect(row?.obstacle).toMatch(words);
    expect(Object.values(row?.problems ?? {}).join()).toMatch(words);
  });

  it("a stake that brings too few shares for a first founder, or a rate beyond the contract's", () => {
    expect(about({ unit: "shares", amount: "0.001" })?.obstacle).toBeUndefined();
    expect(about({ unit: "shares", amount: "0.000999" })?.problems.rate).toMatch(/at least 0\.001 have to exist/);
    expect(about({ rate: "0" })?.problems.rate).toMatch(/at least 0\.001 have to exist/);
    expect(about({ rate: "400000000000000000000" })?.problems.rate).toMatch(/^The rate is too high/);
  });

  it("a founder named twice", () => {
    const { rows, obstacle } = read(form(founder(tokens.ada), founder(tokens.ada, { amount: "5" }))).founders;
    expect(rows[0]?.obstacle).toBeUndefined();
    expect(rows[1]?.problems.member).toMatch(/^A founder is named twice/);
    expect(obstacle).toMatch(/^Founder 2: A founder is named twice/);
  });

  it("more than 80 % of a person in treasuries, those that hold some already included", () => {
    expect(about({ amount: "60" })?.obstacle).toBeUndefined();
    expect(about({ amount: "60.0001" })?.problems.amount).toMatch(/would hold 800,001 shares; the most is 800,000/);
  });

  it("more than 80 % by several founders together; members' own treasuries don't count for a network", () => {
    const trio = (account: string) => founder(tokens.trio, { account, amount: "33" });
    expect(read(form(trio(wallets.ada), trio(wallets.ben))).obstacle).toBeUndefined();
    const crowded = sampleSnapshot(
      [
        { address: tokens.cleo, name: "Another network", symbol: "OTHER" },
        { address: tokens.trio, name: "Trio", symbol: "TRIO" },
      ],
      [
        { token: tokens.trio, holder: wallets.ada, balance: 50n * ONE },
        { token: tokens.trio, holder: wallets.ben, balance: 30n * ONE },
        { token: tokens.trio, holder: tokens.cleo, balance: 20n * ONE },
      ],
    );
    const all = (account: string, amount: string) => founder(tokens.trio, { account, amount });
    const { rows } = read(form(all(wallets.ada, "50"), all(wallets.ben, "30")), {
      facts: foundersOf(crowded),
    }).founders;
    expect(rows.map(({ problems }) => problems.amount)).toEqual(
      Array(2).fill(expect.stringContaining("would hold 100")),
    );
  });

  it("nobody, or more founders than fit", () => {
    expect(read(form()).obstacle).toMatch(/at least one founder/);
    const people = Array.from({ length: MOST_FOUNDERS + 1 }, (_, index) => ({
      address: sampleAddress(1_000 + index),
      name: `Person ${index}`,
      symbol: `P${index}`,
      person: sampleAddress(2_000 + index),
    }));
    const many = sampleSnapshot(
      people,
      people.map(({ address, person }) => ({ token: address, holder: person, balance: 1_000n * ONE })),
    );
    const founders = people.map(({ address }) => founder(address));
    const among = { facts: foundersOf(many) };
    expect(read(form(...founders.slice(1)), among).obstacle).toBeUndefined();
    expect(read(form(...founders), among).obstacle).toMatch(/at most 64/);
  });

  it("a day that is not among those", () => {
    expect(read({ ...form(founder(tokens.ada)), lastDay: "2020-01-01" })).toMatchObject({
      args: undefined,
      ends: undefined,
      obstacle: "Choose the last day to stake.",
    });
  });
});

describe("what holds for every founding that can be sent", () => {
  const draft = fc.record({
    key: fc.nat(),
    member: fc.constantFrom(tokens.ada, tokens.ben, tokens.cleo, tokens.trio, ""),
    account: fc.constantFrom("", wallets.ada, wallets.ben),
    amount: fc.oneof(fc.constantFrom("", "x"), fc.nat({ max: 900_000 }).map(String)),
    unit: fc.constantFrom("shares" as const, "percent" as const),
    rate: fc.constantFrom("1", "0.5", "0", "1.25"),
  });

  it("names nobody twice, stakes what is held, and adds up", () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 4 }), (founders) => {
        const { args, founders: all, obstacle } = read(form(...founders));
        expect(args === undefined).toBe(obstacle !== undefined);
        if (args === undefined) return;
        const sent = args[3];
        expect(sent).toHaveLength(founders.length);
        expect(new Set(sent.map(({ member, account }) => member + account)).size).toBe(sent.length);
        expect(sent.reduce((sum, { stake, rate }) => sum + (stake * rate) / ONE, 0n)).toBe(all.supply);
        for (const { member, account, stake } of sent) {
          const held = snapshot.holdings.find(({ token, holder }) => token === member && holder === account);
          expect(stake).toBeLessThanOrEqual(held?.balance ?? 0n);
        }
      }),
    );
  });
});
