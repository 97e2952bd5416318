import { afterEach, describe, expect, it, vi } from "vitest";
import { readStatement, type Statement, StatementMismatchError } from "./statement.ts";
import { sampleAddress } from "./testing/sample-snapshot.ts";

const ACCOUNT = sampleAddress(0xa1);
const TOKEN = sampleAddress(0xb1);

interface Row {
  readonly id: string;
  readonly shares: bigint;
  readonly amount: bigint;
  readonly block: number;
}

/** An index with these entries at `head`; what it was asked is kept. */
function indexWith(rows: readonly Row[], head: number, wrong: { balance?: bigint; paid?: bigint } = {}) {
  const asked: { query: string; variables: Record<string, unknown> }[] = [];
  const sum = (of: (row: Row) => bigint) => rows.reduce((total, row) => total + of(row), 0n);
  const entry = (row: Row) => ({
    id: row.id,
    kind: row.shares === 0n ? "CLAIMED" : "TRANSFER_IN",
    token: { id: TOKEN },
    shares: String(row.shares),
    amount: String(row.amount),
    balance: "0",
    counterparty: null,
    realization: null,
    income: null,
    block: String(row.block),
    timestamp: String(row.block * 12),
    transaction: "0x01",
  });
  vi.stubGlobal("fetch", async (_: string, { body, signal }: { body: string; signal?: AbortSignal }) => {
    signal?.throwIfAborted();
    const question = JSON.parse(body);
    asked.push(question);
    const { after, first } = question.variables;
    if (question.query.includes("query StatementAccount")) {
      return Response.json({
        data: { account: { totalClaimed: String(sum((row) => row.amount)), totalPaid: String(wrong.paid ?? 0n) } },
      });
    }
    if (question.query.includes("query StatementBalances")) {
      const balance = String(wrong.balance ?? sum((row) => row.shares));
      return Response.json({ data: { holdings: [{ id: "0x01", token: { id: TOKEN }, balance }] } });
    }
    const statementEntries = rows
      .filter(({ id }) => id > after)
      .slice(0, first)
      .map(entry);
    return Response.json({ data: { _meta: { block: { number: head, timestamp: head * 12 } }, statementEntries } });
  });
  return asked;
}

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `0x${(index + 1).toString(16).padStart(66, "0")}`,
    shares: index % 2 === 0 ? 5n : 0n,
    amount: index % 2 === 0 ? 0n : 7n,
    block: index,
  }));

const entryQueries = (asked: { query: string; variables: Record<string, unknown> }[]) =>
  asked.filter(({ query }) => query.includes("query StatementEntries")).map(({ variables }) => variables);

afterEach(() => vi.unstubAllGlobals());

describe("readStatement", () => {
  it("reads all pages at the block of the first, and tells how far it is", async () => {
    const asked = indexWith(rowsOf(2_500), 2_600);
    const counts: number[] = [];
    const statement = await readStatement(ACCOUNT, { onProgress: (count) => counts.push(count) });
    expect(statement.entries).toHaveLength(2_500);
    expect(statement).toMatchObject({ block: 2_600, timestamp: 31_200 });
    expect(counts).toEqual([1_000, 2_000, 2_500]);
    expect(entryQueries(asked).map(({ block }) => block)).toEqual([null, { number: 2_600 }, { number: 2_600 }]);
  });

  it("reads only what may be newer than what it knows", async () => {
    const rows = rowsOf(2_500);
    indexWith(rows.slice(0, 2_400), 2_399);
    const known = await readStatement(ACCOUNT);
    const asked = indexWith(rows, 2_499);
    const statement = await readStatement(ACCOUNT, { known });
    expect(statement.entries.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(entryQueries(asked).map(({ after }) => after)).toEqual([rows[2_399 - 128]?.id]);
  });

  it("reads everything again when what it knew is from a chain that is no more", async () => {
    const rows = rowsOf(300);
    indexWith(rows, 299);
    const known = await readStatement(ACCOUNT);
    const others = rows.map((row) => ({ ...row, amount: row.amount * 2n }));
    const asked = indexWith(others, 300);
    const statement: Statement = await readStatement(ACCOUNT, { known });
    expect(statement.entries.map(({ amount }) => amount)).toEqual(others.map(({ amount }) => amount));
    expect(entryQueries(asked)).toHaveLength(2);
  });

  it.each([{ balance: 4n }, { paid: 1n }])("refuses entries that don’t add up (%o)", async (wrong) => {
    indexWith(rowsOf(1), 5, wrong);
    await expect(readStatement(ACCOUNT)).rejects.toThrow(StatementMismatchError);
  });

  it("names the sum, what it is and what it should be", async () => {
    indexWith(rowsOf(1), 5, { balance: 4n });
    await expect(readStatement(ACCOUNT)).rejects.toThrow(
      `The index answered "5" for the sum of shares of ${TOKEN} on the statement of ${ACCOUNT}, which should be 4, as the account itself says.`,
    );
  });

  it("can be stopped", async () => {
    indexWith(rowsOf(5), 5);
    const signal = AbortSignal.abort();
    await expect(readStatement(ACCOUNT, { signal })).rejects.toThrow("abort");
  });
});
