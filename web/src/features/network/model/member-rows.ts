import type { NetworkRecord } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";

/** One member of a network. */
export interface MemberRow {
  readonly member: Address;
  /** Part of the member's eligible supply that the network holds now; for display. */
  readonly share: number;
  /** In wei of the currency. */
  readonly broughtIn: bigint;
  /** Unix time. */
  readonly joinedAt: number;
}

/** Members of a network, oldest first. */
export function memberRows(snapshot: OwnershipSnapshot, network: Address, record: NetworkRecord): readonly MemberRow[] {
  const held = new Map(
    snapshot.holdings.filter(({ holder }) => holder === network).map(({ token, balance }) => [token, balance]),
  );
  return record.members.map(({ member, broughtIn, joinedAt }) => ({
    member,
    share: shareOf(held.get(member) ?? 0n, snapshot.tokens.get(member)?.eligibleSupply ?? 0n),
    broughtIn,
    joinedAt,
  }));
}
