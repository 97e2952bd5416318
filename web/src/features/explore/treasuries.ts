import type { OwnershipSnapshot } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";

/** Who holds whom among tokens. */
export interface Treasuries {
  /** Token → tokens that its treasury holds. */
  readonly holds: ReadonlyMap<Address, readonly Address[]>;
  /** Token → tokens whose treasuries hold it. */
  readonly heldBy: ReadonlyMap<Address, readonly Address[]>;
}

const known = new WeakMap<OwnershipSnapshot, Treasuries>();

/** What the treasuries of a snapshot hold, worked out once. */
export function treasuriesOf(snapshot: OwnershipSnapshot): Treasuries {
  const made = known.get(snapshot);
  if (made) return made;
  const holds = new Map<Address, Address[]>();
  const heldBy = new Map<Address, Address[]>();
  for (const { token, holder, balance, class: kind } of snapshot.holdings) {
    if (kind !== "TREASURY" || balance === 0n) continue;
    add(holds, holder, token);
    add(heldBy, token, holder);
  }
  const treasuries = { holds, heldBy };
  known.set(snapshot, treasuries);
  return treasuries;
}

function add(map: Map<Address, Address[]>, key: Address, value: Address): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
