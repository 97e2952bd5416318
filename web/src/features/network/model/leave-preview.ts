import { graphAfter, type Shift } from "../../../data/graph-after.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { compareShares, membersOf, type SharePreview } from "./compare-shares.ts";

/** Member shares come back, network shares are burned. Amounts in wei. */
export interface LeaveMove {
  readonly network: Address;
  readonly member: Address;
  /** The wallet that signs. */
  readonly account: Address;
  /** Who gets the member shares, and whose network shares are burned: the account, or the token that it controls. */
  readonly receiver: Address;
  readonly amount: bigint;
  readonly shares: bigint;
}

/** What `move` changes for the account, all circles counted. */
export function previewLeave(snapshot: OwnershipSnapshot, move: LeaveMove): SharePreview {
  const { network, member, account } = move;
  const members = membersOf(snapshot, network);
  return compareShares(
    snapshot,
    { network, member, account, members },
    graphAfter(snapshot, shiftsOf(move)),
    undefined,
  );
}

function shiftsOf({ network, member, receiver, amount, shares }: LeaveMove): readonly Shift[] {
  const out: readonly Shift[] = [
    { token: member, holder: network, change: -amount },
    { token: network, holder: receiver, change: -shares },
  ];
  // A token holds no shares of itself: its own are burned when they come back (`PersonalToken`).
  return receiver === member ? out : [...out, { token: member, holder: receiver, change: amount }];
}
