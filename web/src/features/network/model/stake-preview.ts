import { graphAfter, type Shift } from "../../../data/graph-after.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { compareShares, membersOf, type SharePreview } from "./compare-shares.ts";

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

/**
 * What `move` changes, all circles counted.
 *
 * @param stillMissing Stakes of the other founders, for the state once the founding is complete; empty outside of it.
 */
export function previewStake(
  snapshot: OwnershipSnapshot,
  move: StakeMove,
  stillMissing: readonly StakeMove[],
): SharePreview {
  const { network, member, account } = move;
  const members = [...membersOf(snapshot, network), ...stillMissing.map((stake) => stake.member)];
  const complete = stillMissing.length > 0 ? [move, ...stillMissing].flatMap(shiftsOf) : undefined;
  return compareShares(
    snapshot,
    { network, member, account, members },
    graphAfter(snapshot, shiftsOf(move)),
    complete && graphAfter(snapshot, complete),
  );
}

function shiftsOf({ network, member, account, to, amount, shares }: StakeMove): readonly Shift[] {
  return [
    { token: member, holder: account, change: -amount },
    { token: member, holder: network, change: amount },
    { token: network, holder: to, change: shares },
  ];
}
