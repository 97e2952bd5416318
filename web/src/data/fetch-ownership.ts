import { assembleSnapshot } from "./assemble-snapshot.ts";
import {
  holdingsDocument,
  networkTokensDocument,
  ownershipStartDocument,
  PAGE_SIZE,
  personalTokensDocument,
} from "./ownership-documents.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";
import { type QueryOptions, queryGraphql } from "./query-graphql.ts";
import { IndexAnswerError } from "./read-answer.ts";

/** What to read; without a block, the newest that is indexed. */
export interface FetchOwnershipOptions extends QueryOptions {
  readonly block?: number | undefined;
}

/** Reads everything that is owned at one block, page by page. Throws the errors of `queryGraphql` and `assembleSnapshot`. */
export async function fetchOwnership({ block, ...options }: FetchOwnershipOptions = {}): Promise<OwnershipSnapshot> {
  const first = PAGE_SIZE;
  const at = block === undefined ? null : { number: block };
  const start = await queryGraphql(ownershipStartDocument, { block: at, first }, options);
  const meta = start._meta?.block;
  if (!meta) throw new IndexAnswerError("_meta", start._meta, "the block of the answer");

  // Later pages name the block of the first one, so that all are of one moment.
  const pinned = { number: meta.number };
  const [personalTokens, networkTokens, holdings] = await Promise.all([
    readAllPages(
      start.personalTokens,
      async (after) =>
        (await queryGraphql(personalTokensDocument, { block: pinned, after, first }, options)).personalTokens,
    ),
    readAllPages(
      start.networkTokens,
      async (after) =>
        (await queryGraphql(networkTokensDocument, { block: pinned, after, first }, options)).networkTokens,
    ),
    readAllPages(
      start.holdings,
      async (after) => (await queryGraphql(holdingsDocument, { block: pinned, after, first }, options)).holdings,
    ),
  ]);
  return assembleSnapshot({
    block: meta.number,
    timestamp: meta.timestamp ?? 0,
    protocol: start.protocols[0],
    personalTokens,
    networkTokens,
    holdings,
  });
}

/** All rows, given the first page and a way to read the one after a row. Ids rise, so every page is behind the last. */
export async function readAllPages<Row extends { readonly id: `0x${string}` }>(
  firstPage: readonly Row[],
  readAfter: (id: `0x${string}`) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows = [...firstPage];
  let page = firstPage;
  let last = page.at(-1);
  while (page.length === PAGE_SIZE && last) {
    page = await readAfter(last.id);
    for (const row of page) rows.push(row);
    last = page.at(-1);
  }
  return rows;
}
