import type { Address } from "../lib/address.ts";
import { readAllPages } from "./fetch-ownership.ts";
import { graphql, type ResultOf } from "./graphql.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { queryGraphql } from "./query-graphql.ts";
import { IndexAnswerError, readAddress, readAmount, readCount, readInteger } from "./read-answer.ts";

const ENTRIES = graphql(`
  query StatementEntries($account: String!, $after: Bytes!, $first: Int!, $block: Block_height) {
    _meta(block: $block) {
      block {
        number
        timestamp
      }
    }
    statementEntries(
      block: $block
      where: { account: $account, id_gt: $after }
      orderBy: id
      orderDirection: asc
      first: $first
    ) {
      id
      kind
      token {
        id
      }
      shares
      amount
      balance
      counterparty {
        id
      }
      realization {
        evidence
      }
      income {
        note
      }
      block
      timestamp
      transaction
    }
  }
`);

const ACCOUNT = graphql(`
  query StatementAccount($id: ID!, $block: Block_height) {
    account(id: $id, block: $block) {
      totalClaimed
      totalPaid
    }
  }
`);

const BALANCES = graphql(`
  query StatementBalances($account: String!, $after: Bytes!, $first: Int!, $block: Block_height) {
    holdings(
      block: $block
      where: { holder: $account, id_gt: $after }
      orderBy: id
      orderDirection: asc
      first: $first
    ) {
      id
      token {
        id
      }
      balance
    }
  }
`);

type EntryRow = ResultOf<typeof ENTRIES>["statementEntries"][number];

/** What an entry is about; the schema of the index says each. */
export type StatementKind = EntryRow["kind"];

/** One line of an account’s statement: shares or currency that came in or went out. */
export interface StatementEntry {
  readonly id: `0x${string}`;
  readonly kind: StatementKind;
  /** The token whose shares moved, or that was paid or paid out. */
  readonly token: Address;
  /** Shares that came in, or below 0 went out, in wei; 0 where money moved. */
  readonly shares: bigint;
  /** Money that came in, or below 0 went out, in wei of the currency; 0 where shares moved. */
  readonly amount: bigint;
  /** Shares of the token that the account holds afterwards, in wei. */
  readonly balance: bigint;
  /** The other side; undefined where there is none. */
  readonly other: Address | undefined;
  /** What somebody wrote about it: evidence of a gain, or the note of a gift. */
  readonly text: string;
  readonly block: number;
  /** Unix time. */
  readonly timestamp: number;
  readonly transaction: string;
}

/** Everything that came in and went out of an account until a block, and what the index says that comes of it. */
export interface Statement {
  readonly account: Address;
  readonly block: number;
  /** Unix time of the block. */
  readonly timestamp: number;
  /** Oldest first. */
  readonly entries: readonly StatementEntry[];
}

/** Thrown when the entries of an account don’t add up to what the index says that it has; amounts in wei. */
export class StatementMismatchError extends IndexAnswerError {
  override name = "StatementMismatchError";
  constructor(account: Address, what: string, entries: bigint, index: bigint) {
    super(`the sum of ${what} on the statement of ${account}`, String(entries), `${index}, as the account itself says`);
  }
}

/** What reading a statement may be told. */
export interface ReadStatementOptions {
  readonly signal?: AbortSignal | undefined;
  /** What was read before: only what may be newer is read again. */
  readonly known?: Statement | undefined;
  /** Hears how many entries are known so far. */
  readonly onProgress?: ((count: number) => void) | undefined;
}

/** Blocks before the last one read that may still have been replaced by others: chains don’t go back further than this. */
const SAFE_DEPTH = 128;

/**
 * Reads all entries of an account, page by page, at one block, and holds their sums against the balances and totals of the
 * index at that block. Throws `StatementMismatchError`, and what `queryGraphql` throws.
 */
export async function readStatement(account: Address, options: ReadStatementOptions = {}): Promise<Statement> {
  const { known } = options;
  const kept = known?.entries.filter(({ block }) => block <= known.block - SAFE_DEPTH) ?? [];
  if (kept.length > 0) {
    try {
      return await readOn(account, kept, options);
    } catch (error) {
      // What was kept is from a chain that is no more: read all.
      if (!(error instanceof StatementMismatchError)) throw error;
    }
  }
  return readOn(account, [], options);
}

async function readOn(
  account: Address,
  kept: readonly StatementEntry[],
  { signal, onProgress }: ReadStatementOptions,
): Promise<Statement> {
  const page = { account, first: PAGE_SIZE };
  const start = await queryGraphql(ENTRIES, { ...page, after: kept.at(-1)?.id ?? "0x", block: null }, { signal });
  const meta = start._meta?.block;
  if (!meta) throw new IndexAnswerError("_meta", start._meta, "the block of the answer");
  // Later pages name the block of the first one, so that all are of one moment.
  const block = { number: meta.number };
  let count = kept.length + start.statementEntries.length;
  onProgress?.(count);
  const rows = await readAllPages(start.statementEntries, async (after) => {
    const { statementEntries } = await queryGraphql(ENTRIES, { ...page, after, block }, { signal });
    count += statementEntries.length;
    onProgress?.(count);
    return statementEntries;
  });
  const entries = [...kept, ...rows.map(entryOf)];
  await checkSums(account, entries, meta.number, signal);
  return { account, block: meta.number, timestamp: meta.timestamp ?? 0, entries };
}

function entryOf(row: EntryRow): StatementEntry {
  return {
    id: row.id,
    kind: row.kind,
    token: readAddress(row.token.id, "StatementEntry.token"),
    shares: readInteger(row.shares, "StatementEntry.shares"),
    amount: readInteger(row.amount, "StatementEntry.amount"),
    balance: readAmount(row.balance, "StatementEntry.balance"),
    other: row.counterparty ? readAddress(row.counterparty.id, "StatementEntry.counterparty") : undefined,
    text: row.realization?.evidence ?? row.income?.note ?? "",
    block: readCount(row.block, "StatementEntry.block"),
    timestamp: readCount(row.timestamp, "StatementEntry.timestamp"),
    transaction: row.transaction,
  };
}

async function checkSums(
  account: Address,
  entries: readonly StatementEntry[],
  number: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const block = { number };
  const page = { account, first: PAGE_SIZE, block };
  const readPage = async (after: `0x${string}`) =>
    (await queryGraphql(BALANCES, { ...page, after }, { signal })).holdings;
  const [totals, holdings] = await Promise.all([
    queryGraphql(ACCOUNT, { id: account, block }, { signal }),
    readPage("0x").then((first) => readAllPages(first, readPage)),
  ]);
  const shares = new Map<Address, bigint>();
  let money = 0n;
  for (const entry of entries) {
    shares.set(entry.token, (shares.get(entry.token) ?? 0n) + entry.shares);
    money += entry.amount;
  }
  const { totalClaimed = "0", totalPaid = "0" } = totals.account ?? {};
  const expected = readAmount(totalClaimed, "Account.totalClaimed") - readAmount(totalPaid, "Account.totalPaid");
  if (money !== expected) throw new StatementMismatchError(account, "money", money, expected);
  const balances = new Map(
    holdings.map((holding) => [
      readAddress(holding.token.id, "Holding.token"),
      readAmount(holding.balance, "Holding.balance"),
    ]),
  );
  for (const token of new Set([...shares.keys(), ...balances.keys()])) {
    const sum = shares.get(token) ?? 0n;
    const balance = balances.get(token) ?? 0n;
    if (sum !== balance) throw new StatementMismatchError(account, `shares of ${token}`, sum, balance);
  }
}
