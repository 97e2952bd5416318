import { flowOf } from "@weft/ownership";
import { dueToHolders, findHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";

/** The figures at the head of a person's page. Amounts in wei of the currency. */
export interface PersonFigures {
  /** Gains as the person reported them. */
  readonly realized: bigint;
  /** Of these, what rests with others in the end, by today's shares. */
  readonly passedOn: bigint;
  /** Part of the shares that take part in income and are not in the person's wallet; for display. */
  readonly heldByOthers: number;
  /** What holders can claim and have not yet. */
  readonly dueToHolders: bigint;
}

/** The personal token behind an address: its own, or the one that the wallet controls. */
export function personalTokenAt(snapshot: OwnershipSnapshot, address: Address): TokenInfo | undefined {
  const token = snapshot.tokens.get(address);
  if (token !== undefined) return token.kind === "person" ? token : undefined;
  const own = snapshot.accounts.get(address)?.personalToken;
  return own && snapshot.tokens.get(own);
}

/** Figures of a personal token. */
export function personFigures(snapshot: OwnershipSnapshot, token: TokenInfo): PersonFigures {
  const realized = token.totalRealized ?? 0n;
  const own = token.person && findHolding(snapshot, token.address, token.person);
  return {
    realized,
    passedOn: realized - restsWith(snapshot, token, realized),
    heldByOthers: shareOf(token.eligibleSupply - (own?.balance ?? 0n), token.eligibleSupply),
    dueToHolders: dueToHolders(snapshot, token.address),
  };
}

function restsWith(snapshot: OwnershipSnapshot, token: TokenInfo, amount: bigint): bigint {
  if (token.person === undefined || amount === 0n) return 0n;
  const { received } = flowOf(snapshot.graph, new Map([[token.address, amount]]), { maxTurns: 0 });
  return received.get(token.person) ?? 0n;
}
