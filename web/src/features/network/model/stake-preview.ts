import { buildGraph, edgeBalance, type HoldingState, lookThroughOfAccount, type OwnershipGraph } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";

/** Member shares go in, network shares come out. Amounts in wei. */
export interface StakeMove {
  readonly network: Address;
  readonly member: Address;
  readonly account: Address;
  /** Who receives the network shares: the account or its personal token. */
  readonly to: Address;
  readonly amount: bigint;
  readonly shares: bigint;
}

/** A share before, after the stake and, while a network is founded, once everybody has staked. For display. */
export interface StakeChange {
  readonly before: number;
  readonly after: number;
  readonly complete: number | undefined;
}

/** What a stake changes for who stakes. */
export interface StakePreview {
  /** Part of the network that the account holds, its own token's treasury included. */
  readonly yourPartOfNetwork: StakeChange;
  /** Part of the member token that the network holds. */
  readonly networkPartOfMember: StakeChange;
  /** Of what the member gains, what rests with the account in the end. */
  readonly keptInTheEnd: StakeChange;
  /** Of what the other members gain, on average, what rests with the account; undefined without other members. */
  readonly fromOthersInTheEnd: StakeChange | undefined;
}

/**
 * What `move` changes, all circles counted.
 *
 * @param stillMissing Stakes of the other founders, for the state once the founding is complete; empty outside of it.
 */
export function previewStake(
  snapshot: OwnershipSnapshot,
  move: StakeMove,
  stillMissing: readonly StakeMove[],
): StakePreview {
  const now = snapshot.graph;
  const after = graphAfter(snapshot, [move]);
  const complete = stillMissing.length > 0 ? graphAfter(snapshot, [move, ...stillMissing]) : undefined;
  const change = (read: (graph: OwnershipGraph) => number): StakeChange => ({
    before: read(now),
    after: read(after),
    complete: complete && read(complete),
  });
  const own = snapshot.accounts.get(move.account)?.personalToken;
  const holders = own ? [move.account, own] : [move.account];
  const others = otherMembers(snapshot, move, stillMissing);
  return {
    yourPartOfNetwork: change((graph) => heldPart(graph, move.network, holders)),
    networkPartOfMember: change((graph) => heldPart(graph, move.member, [move.network])),
    keptInTheEnd: change((graph) => inTheEnd(graph, move.account, [move.member])),
    fromOthersInTheEnd: others.length > 0 ? change((graph) => inTheEnd(graph, move.account, others)) : undefined,
  };
}

/** The ownership graph as it would be after `moves`. */
export function graphAfter(snapshot: OwnershipSnapshot, moves: readonly StakeMove[]): OwnershipGraph {
  const balances = new Map<string, HoldingState>();
  for (const { token, holder, balance, debt, class: kind } of snapshot.holdings) {
    balances.set(key(token, holder), { token, holder, balance, debt, excluded: kind === "EXCLUDED" });
  }
  const minted = new Map<string, bigint>();
  for (const { network, member, account, to, amount, shares } of moves) {
    add(balances, member, account, -amount);
    add(balances, member, network, amount);
    add(balances, network, to, shares);
    minted.set(network, (minted.get(network) ?? 0n) + shares);
  }
  const tokens = snapshot.graph.tokens.map((token) => {
    const shares = minted.get(token.id) ?? 0n;
    return { ...token, totalSupply: token.totalSupply + shares, eligibleSupply: token.eligibleSupply + shares };
  });
  return buildGraph({ tokens, holdings: [...balances.values()] });
}

function add(balances: Map<string, HoldingState>, token: Address, holder: Address, amount: bigint): void {
  const known = balances.get(key(token, holder));
  const balance = (known?.balance ?? 0n) + amount;
  balances.set(key(token, holder), {
    token,
    holder,
    balance,
    debt: known?.debt ?? 0n,
    excluded: known?.excluded ?? false,
  });
}

function key(token: Address, holder: Address): string {
  return `${token}${holder}`;
}

/** Tokens of which the network holds or will hold shares, other than the one that is staked. */
function otherMembers(
  snapshot: OwnershipSnapshot,
  move: StakeMove,
  stillMissing: readonly StakeMove[],
): readonly string[] {
  const held = snapshot.holdings.filter(({ holder, balance }) => holder === move.network && balance > 0n);
  const members = new Set<string>([...held.map(({ token }) => token), ...stillMissing.map(({ member }) => member)]);
  members.delete(move.member);
  return [...members];
}

function heldPart(graph: OwnershipGraph, token: string, holders: readonly string[]): number {
  const node = graph.nodeOf.get(token);
  if (node === undefined) return 0;
  const nodes = holders.map((holder) => graph.nodeOf.get(holder));
  let held = 0n;
  for (let edge = graph.edgeStart[node] ?? 0; edge < (graph.edgeStart[node + 1] ?? 0); edge += 1) {
    if (nodes.includes(graph.edgeHolder[edge])) held += edgeBalance(graph, edge);
  }
  return shareOf(held, graph.tokens[node]?.eligibleSupply ?? 0n);
}

/** Average look-through share of `account` in `tokens`. */
function inTheEnd(graph: OwnershipGraph, account: string, tokens: readonly string[]): number {
  const wanted = new Set(tokens);
  const parts = lookThroughOfAccount(graph, account).filter(({ token }) => wanted.has(token));
  return parts.reduce((sum, { share }) => sum + share, 0) / tokens.length;
}
