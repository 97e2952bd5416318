import { afterEach, describe, expect, it, vi } from "vitest";
import { IndexAnswerError } from "../read-answer.ts";
import { tokens, wallets } from "../testing/trio.ts";
import { readActivity } from "./activity.ts";

const id = (address: string) => ({ id: address });
const fact = (last: string, timestamp: string) => ({ id: `0x${last}`, block: "7", timestamp, transaction: "0xf" });
const NOTHING = {
  _meta: { block: { number: 9 } },
  gains: [],
  incomes: [],
  payments: [],
  stakes: [],
  unstakes: [],
  issues: [],
  transfers: [],
  disputes: [],
  applications: [],
  proposals: [],
  votes: [],
  launches: [],
  forms: [],
};

/** What the index says of names. */
const NAMES = {
  personalTokens: [{ id: tokens.ada, name: "Ada Okafor", symbol: "ADA", person: id(wallets.ada) }],
  networkTokens: [],
  pools: [],
};

/** Lets the index answer, and keeps what it was asked. */
function answerWith(answer: object) {
  const asked: Record<string, unknown>[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { query, variables } = JSON.parse(body);
    if (query.includes("query Names")) return Response.json({ data: NAMES });
    asked.push(variables);
    return Response.json({ data: { ...NOTHING, ...answer } });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe("readActivity", () => {
  it("tells incomes apart: what a token harvested, and what somebody gave", async () => {
    const income = { token: id(tokens.trio), source: id(tokens.ada), amount: "18", note: "" };
    answerWith({
      incomes: [
        { ...fact("2", "5"), ...income, kind: "HARVESTED" },
        { ...fact("1", "4"), ...income, kind: "DONATED", source: id(wallets.ben), note: "for lamps" },
      ],
    });
    const { entries, next } = await readActivity({}, undefined);
    expect(entries).toMatchObject([
      { kind: "harvest", actor: tokens.trio, token: tokens.trio, other: tokens.ada, amount: 18n, timestamp: 5 },
      { kind: "gift", actor: wallets.ben, token: tokens.trio, amount: 18n, text: "for lamps" },
    ]);
    expect(next).toBeUndefined();
  });

  it("counts shares that went out as what was passed on", async () => {
    const row = { account: id(wallets.ada), counterparty: id(wallets.ben), token: id(tokens.ada), shares: "-5" };
    answerWith({ transfers: [{ ...fact("1", "5"), ...row }] });
    const { entries } = await readActivity({}, undefined);
    expect(entries).toMatchObject([{ kind: "transfer", actor: wallets.ada, other: wallets.ben, shares: 5n }]);
  });

  it("says what an application asks for", async () => {
    const row = { network: id(tokens.trio), member: id(tokens.ben), account: id(wallets.ben), uri: "x" };
    const began = { id: "0x1", createdAt: "5", createdAtBlock: "7", createdTransaction: "0xf" };
    answerWith({ applications: [{ ...row, ...began, amount: "10", rate: "500000000000000000" }] });
    const { entries } = await readActivity({}, undefined);
    expect(entries).toMatchObject([{ kind: "application", shares: 10n, inReturn: 5n, sharesOf: tokens.ben, block: 7 }]);
  });

  it("asks only for the kinds that are wanted, of whom they are wanted, behind a place", async () => {
    const [asked] = [answerWith({})];
    await readActivity({ kinds: ["gain", "gift"], who: [wallets.ada, tokens.ada] }, { block: 99, id: "0x5" });
    expect(asked[0]).toMatchObject({ gain: true, income: true, payment: false, vote: false, form: false });
    const who = [wallets.ada, tokens.ada];
    const behind = [{ block_lte: "99" }, { or: [{ block_lt: "99" }, { id_lt: "0x5" }] }];
    expect(asked[0]?.gains).toEqual({
      and: [...behind, { or: [{ token_in: who }, { person_in: who }] }],
    });
    expect(asked[0]?.incomes).toEqual({
      and: [...behind, { or: [{ token_in: who }, { source_in: who }] }, { kind_in: ["DONATED"] }],
    });
  });

  it("goes on within a block of which there is more", async () => {
    const gain = { token: id(tokens.ada), person: id(wallets.ada), amount: "1", duration: "0", evidence: "" };
    const gains = Array.from({ length: 40 }, (_row, i) => ({ ...fact(String(99 - i), "5"), ...gain }));
    answerWith({ gains });
    const { entries, next } = await readActivity({}, undefined);
    expect(entries).toHaveLength(40);
    expect(next).toEqual({ block: 7, id: "0x60" });
  });

  it("brings along what everybody is called", async () => {
    const row = { token: id(tokens.ada), person: id(wallets.ada), amount: "1", duration: "0", evidence: "" };
    answerWith({ gains: [{ ...fact("1", "5"), ...row }] });
    const { names } = await readActivity({}, undefined);
    expect(names.tokens.get(tokens.ada)?.name).toBe("Ada Okafor");
    expect(names.accounts.get(wallets.ada)?.personalToken).toBe(tokens.ada);
  });

  it("refuses what can’t be", async () => {
    const row = { token: id("0x12"), person: id(wallets.ada), amount: "1", duration: "0", evidence: "" };
    answerWith({ gains: [{ ...fact("1", "5"), ...row }] });
    await expect(readActivity({}, undefined)).rejects.toThrow(IndexAnswerError);
  });
});
