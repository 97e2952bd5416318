import type { Address } from "../lib/address.ts";
import {
  assembleSnapshot,
  type HoldingRow,
  type NetworkTokenRow,
  type OwnershipRows,
  type PersonalTokenRow,
} from "./assemble-snapshot.ts";
import type { ResultOf } from "./graphql.ts";
import { graphSizeDocument, neighboursDocument, tokensByIdDocument } from "./neighbourhood-documents.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";
import { type QueryOptions, queryGraphql } from "./query-graphql.ts";
import { IndexAnswerError, readAddress, readCount } from "./read-answer.ts";

/** Most addresses that one question names, and most that one step goes on from: those with the largest holdings. */
const MOST_ASKED = 200;

/** How large the graph is at one block. */
export interface GraphSize {
  readonly block: number;
  readonly timestamp: number;
  /** Holdings with a balance. */
  readonly holdings: number;
  /** People and networks. */
  readonly tokens: number;
  /** The token with the most holders; none while there is no token. */
  readonly largest: Address | undefined;
  readonly protocol: OwnershipRows["protocol"];
}

/** Asks how large the graph is. Throws the errors of `queryGraphql` and `IndexAnswerError`. */
export async function fetchGraphSize(
  options: QueryOptions & { readonly block?: number | undefined },
): Promise<GraphSize> {
  const { block, ...query } = options;
  const answer = await queryGraphql(
    graphSizeDocument,
    { block: block === undefined ? null : { number: block } },
    query,
  );
  const meta = answer._meta?.block;
  if (!meta) throw new IndexAnswerError("_meta", answer._meta, "the block of the answer");
  const [protocol] = answer.protocols;
  const [largest] = answer.equityTokens;
  return {
    block: meta.number,
    timestamp: meta.timestamp ?? 0,
    holdings: protocol ? readCount(protocol.holderCount, "Protocol.holderCount") : 0,
    tokens: protocol
      ? readCount(protocol.personalTokenCount, "Protocol.personalTokenCount") +
        readCount(protocol.networkTokenCount, "Protocol.networkTokenCount")
      : 0,
    largest: largest && readAddress(largest.id, "EquityToken.id"),
    protocol,
  };
}

/**
 * Reads who owns, and what is owned by, the address `around`, `depth` steps far, along the largest holdings. What lies
 * beyond is not in the snapshot: whose holders were not read is held by `unlisted` there, and shares in the end count
 * only ways within it. Throws the errors of `queryGraphql` and `assembleSnapshot`.
 */
export async function fetchNeighbourhood(
  options: QueryOptions & { readonly size: GraphSize; readonly around: Address; readonly depth: number },
): Promise<OwnershipSnapshot> {
  const { size, around, depth, ...query } = options;
  const block = { number: size.block };
  const holdings = new Map<string, HoldingRow>();
  const tokens = createTokens(block, query);
  const seen = new Set<string>();
  let ring: readonly string[] = [around];
  await tokens.read([around], [around]);
  for (let step = 0; step < depth && ring.length > 0; step++) {
    const asked = ring.flatMap((id) => tokens.sameAs(id)).filter((id) => !seen.has(id));
    for (const id of asked) seen.add(id);
    const found = await neighboursOf(asked, block, query);
    for (const row of found) holdings.set(row.id, row);
    ring = farEnds(found, seen);
    await tokens.read(ring, ring);
  }
  // Tokens on the edge that only a holding names.
  const named = [...holdings.values()].flatMap((row) => [row.token.id, row.holder.id]);
  await tokens.read(named, named);
  return assembleSnapshot({
    block: size.block,
    timestamp: size.timestamp,
    protocol: size.protocol,
    personalTokens: tokens.people(),
    networkTokens: tokens.networks(),
    holdings: [...holdings.values()],
  });
}

type Neighbour = ResultOf<typeof neighboursDocument>["owners"][number];

async function neighboursOf(
  ids: readonly string[],
  block: { number: number },
  query: QueryOptions,
): Promise<Neighbour[]> {
  const answers = await Promise.all(
    chunks(ids).map((part) => queryGraphql(neighboursDocument, { block, ids: part, first: PAGE_SIZE }, query)),
  );
  return answers.flatMap(({ owners, owned }) => [...owners, ...owned]);
}

/** Who is at the other end of holdings and was not asked about yet: those of the largest holdings first. */
function farEnds(rows: readonly Neighbour[], seen: ReadonlySet<string>): readonly string[] {
  const bySize = [...rows].sort((a, b) => (BigInt(a.balance) < BigInt(b.balance) ? 1 : -1));
  const ends = new Set<string>();
  for (const { token, holder } of bySize) {
    for (const id of [token.id, holder.id]) if (!seen.has(id)) ends.add(id);
    if (ends.size >= MOST_ASKED) break;
  }
  return [...ends];
}

/** Tokens as they become known, each asked for once. */
function createTokens(block: { number: number }, query: QueryOptions) {
  const people = new Map<string, PersonalTokenRow>();
  const networks = new Map<string, NetworkTokenRow>();
  const byWallet = new Map<string, string>();
  const asked = new Set<string>();
  return {
    people: () => [...people.values()],
    networks: () => [...networks.values()],
    /** The wallet and the token of a person are one. */
    sameAs: (id: string): string[] => {
      const token = byWallet.get(id);
      const wallet = people.get(id)?.person.id;
      return [id, ...(token ? [token] : []), ...(wallet ? [wallet] : [])];
    },
    read: async (ids: readonly string[], wallets: readonly string[]): Promise<void> => {
      const fresh = [...new Set([...ids, ...wallets])].filter((id) => !asked.has(id));
      for (const id of fresh) asked.add(id);
      const answers = await Promise.all(
        chunks(fresh).map((part) => {
          const known = part as `0x${string}`[];
          return queryGraphql(tokensByIdDocument, { block, ids: known, wallets: part, first: PAGE_SIZE }, query);
        }),
      );
      for (const answer of answers) {
        for (const row of answer.personalTokens) {
          people.set(row.id, row);
          byWallet.set(row.person.id, row.id);
        }
        for (const row of answer.networkTokens) networks.set(row.id, row);
      }
    },
  };
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST_ASKED) }, (_, index) =>
    ids.slice(index * MOST_ASKED, (index + 1) * MOST_ASKED),
  );
}
