import fc from "fast-check";
import { parseUnits } from "viem";
import { describe, expect, it } from "vitest";
import type { StatementEntry, StatementKind } from "../../../data/statement.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import type { Address } from "../../../lib/address.ts";
import { entryText, entryWords } from "./entry-words.ts";
import { statementCsv, statementFileName } from "./statement-csv.ts";
import { statementView } from "./statement-view.ts";

/** Entries as the index makes them: one a second, balances running. */
function entriesOf(
  moves: readonly { token: Address; shares?: bigint; amount?: bigint; kind?: StatementKind; text?: string }[],
) {
  const balances = new Map<Address, bigint>();
  return moves.map(({ token, shares = 0n, amount = 0n, kind, text = "" }, index): StatementEntry => {
    const balance = (balances.get(token) ?? 0n) + shares;
    balances.set(token, balance);
    return {
      id: `0x${index.toString(16).padStart(66, "0")}`,
      kind: kind ?? (amount === 0n ? "TRANSFER_IN" : "CLAIMED"),
      token,
      shares,
      amount,
      balance,
      other: undefined,
      text,
      block: index,
      timestamp: index,
      transaction: "0x",
    };
  });
}

const all = { start: 0, end: 1_000 };
const wei = fc.bigInt({ min: -(2n ** 100n), max: 2n ** 100n });
const entries = fc
  .array(
    fc.record({
      token: fc.constantFrom(...Object.values(tokens)),
      shares: fc.bigInt({ min: 0n, max: 2n ** 96n }),
      amount: wei,
      money: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((moves) =>
    entriesOf(moves.map(({ token, shares, amount, money }) => (money ? { token, amount } : { token, shares }))),
  );
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

describe("statementView", () => {
  it("adds up to the wei: opening, what came in, what went out, closing", () => {
    fc.assert(
      fc.property(entries, fc.nat(70), fc.nat(70), (list, a, b) => {
        const period = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
        const { lines, tokens: summaries, money } = statementView(list, period);
        expect(money.opening + money.received - money.paid).toBe(money.closing);
        expect(money.closing).toBe(
          sum(list.filter(({ timestamp }) => timestamp < period.end).map(({ amount }) => amount)),
        );
        expect(lines.at(-1)?.moneyAfter ?? money.opening).toBe(money.closing);
        expect(sum(summaries.map(({ received, paid }) => received - paid))).toBe(money.closing - money.opening);
        for (const { token, opening, cameIn, wentOut, closing } of summaries) {
          expect(opening + cameIn - wentOut).toBe(closing);
          const last = list.findLast((entry) => entry.token === token && entry.timestamp < period.end);
          expect(closing).toBe(last?.balance);
        }
      }),
    );
  });

  it("carries each period’s closing over to the next", () => {
    fc.assert(
      fc.property(entries, fc.nat(60), (list, cut) => {
        const first = statementView(list, { start: 0, end: cut });
        const second = statementView(list, { start: cut, end: 1_000 });
        const whole = statementView(list, all);
        expect(second.money.opening).toBe(first.money.closing);
        expect(second.money.closing).toBe(whole.money.closing);
        expect([...first.lines, ...second.lines]).toEqual(whole.lines);
      }),
    );
  });
});

describe("statementCsv", () => {
  const snapshot = trioSnapshot();
  const list = entriesOf([
    { token: tokens.ada, shares: 3n * ONE + 1n },
    { token: tokens.ada, amount: 7n, text: "=HYPERLINK(1)" },
    { token: tokens.ada, shares: -ONE, kind: "TRANSFER_OUT" },
    { token: tokens.trio, amount: -2n * ONE, kind: "DONATED" },
  ]);
  const rows = (text: string) =>
    text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));

  it("has lines that add up to the closing balances, with every digit", () => {
    const table = rows(statementCsv(statementView(list, { start: 1, end: 9 }), snapshot));
    const column = (name: string) => table[0]?.indexOf(name) ?? -1;
    const moved = table.slice(1).filter((row) => row[2] !== "CLOSING");
    const added = (name: string, token?: string) =>
      sum(
        moved
          .filter((row) => token === undefined || row[column("token_address")] === token)
          .map((row) => parseUnits(row[column(name)] || "0", 18)),
      );
    const closing = table.filter((row) => row[2] === "CLOSING");
    const ofAda = closing.find((row) => row[column("token_address")] === tokens.ada);
    expect(added("shares", tokens.ada)).toBe(2n * ONE + 1n);
    expect(ofAda?.[column("shares_after")]).toBe("2.000000000000000001");
    expect(closing.at(-1)?.[column("money_after")]).toBe("-1.999999999999999993");
    expect(added("amount")).toBe(-2n * ONE + 7n);
  });

  it("keeps spreadsheets from taking a stranger’s text for a formula", () => {
    expect(statementCsv(statementView(list, all), snapshot)).toContain(",'=HYPERLINK(1),");
  });

  it("is called by account and days", () => {
    const days = { first: "2026-11-01", last: "2026-11-30" };
    expect(statementFileName({ account: wallets.ada }, days)).toBe(
      `weft-statement-${wallets.ada}-2026-11-01-to-2026-11-30.csv`,
    );
  });
});

describe("entryWords", () => {
  const name = (address: string) => (address === tokens.ada ? "Ada" : "Trio");

  it("is a sentence with the other side where there is one", () => {
    const entry = { ...(entriesOf([{ token: tokens.ada, kind: "STAKED" }])[0] as StatementEntry), other: tokens.trio };
    expect(entryText(entry, name)).toBe("Staked shares of Ada into Trio");
    expect(entryText({ ...entry, kind: "CLAIMED", other: undefined }, name)).toBe("Paid by Ada");
    expect(entryText({ ...entry, kind: "MINTED" }, name)).toBe("Got shares of Ada for a stake");
    expect(entryWords({ kind: "CLAIMED", other: undefined })).not.toHaveProperty("between");
  });
});
