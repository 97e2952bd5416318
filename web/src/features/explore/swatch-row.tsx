import { Swatch } from "../../components/swatch.tsx";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";

const SHOWN = 5;

/** A few cloths side by side, for a glance; the figure beside them says how many there are. */
export function SwatchRow(props: { readonly snapshot: OwnershipSnapshot; readonly addresses: readonly Address[] }) {
  const { snapshot, addresses } = props;
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {addresses.slice(0, SHOWN).map((address) => (
        <Swatch key={address} address={address} kind={snapshot.tokens.get(address)?.kind ?? "wallet"} size={20} />
      ))}
    </span>
  );
}
