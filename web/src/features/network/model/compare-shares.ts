import { lookThroughOfAccount, type OwnershipGraph } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { heldPart } from "./held-part.ts";

/** A share before, after an act and, while a network is founded, once everybody has staked. For display. */
export interface ShareChange {
  readonly before: number;
  readonly after: number;
  readonly complete: number | undefined;
}

/** What an act changes for who signs it. */
export interface SharePreview {
  /** Part of the network that the account holds, its own token's treasury included. */
  readonly yourPartOfNetwork: ShareChange;
  /** Part of the member token that the network holds. */
  readonly networkPartOfMember: ShareChange;
  /** Of what the member gains, what rests with the account in the end. */
  readonly keptInTheEnd: ShareChange;
  /** Of what the other members gain, on average, what rests with the account; undefined without other members. */
  readonly fromOthersInTheEnd: ShareChange | undefined;
}

/** Whose shares are compared. */
export interface Compared {
  readonly network: Address;
  readonly member: Address;
  readonly account: Address;
  /** Tokens of which the network holds or will hold shares; the member itself does not count. */
  readonly members: readonly Address[];
}

/** Compares what an account has, all circles counted, in the graph as it is and as it would be. */
export function compareShares(
  snapshot: OwnershipSnapshot,
  { network, member, account, members }: Compared,
  after: OwnershipGraph,
  complete: OwnershipGraph | undefined,
): SharePreview {
  const change = (read: (graph: OwnershipGraph) => number): ShareChange => ({
    before: read(snapshot.graph),
    after: read(after),
    complete: complete && read(complete),
  });
  const own = snapshot.accounts.get(account)?.personalToken;
  const holders = own ? [account, own] : [account];
  const others = [...new Set(members)].filter((other) => other !== member);
  return {
    yourPartOfNetwork: change((graph) => heldPart(graph, network, holders)),
    networkPartOfMember: change((graph) => heldPart(graph, member, [network])),
    keptInTheEnd: change((graph) => inTheEnd(graph, account, [member])),
    fromOthersInTheEnd: others.length > 0 ? change((graph) => inTheEnd(graph, account, others)) : undefined,
  };
}

/** Tokens of which `network` holds shares. */
export function membersOf(snapshot: OwnershipSnapshot, network: Address): readonly Address[] {
  return snapshot.holdings
    .filter(({ holder, balance }) => holder === network && balance > 0n)
    .map(({ token }) => token);
}

/** Average look-through share of `account` in `tokens`. */
function inTheEnd(graph: OwnershipGraph, account: string, tokens: readonly string[]): number {
  const wanted = new Set(tokens);
  const parts = lookThroughOfAccount(graph, account).filter(({ token }) => wanted.has(token));
  return parts.reduce((sum, { share }) => sum + share, 0) / tokens.length;
}
