import { whatIs } from "../../components/kind-of.ts";
import { Swatch } from "../../components/swatch.tsx";
import { useNames } from "../../data/names/use-names.ts";
import type { Address } from "../../lib/address.ts";
import { firstWord } from "../../lib/isolate.ts";
import { displayName } from "../../lib/names.ts";

/** How the header's account button looks, before and after its menu is loaded. */
export const ACCOUNT_BUTTON =
  "flex min-h-11 items-center gap-2.5 rounded-control border border-line bg-cloth py-1 pr-3 pl-2 text-table font-semibold";

/** The cloth and the first name of the connected account. */
export function AccountLabel({ address }: { readonly address: Address }) {
  const names = useNames(address);
  const known = whatIs(names, address);
  const name = displayName(names, address);
  return (
    <>
      <Swatch address={known.drawn} kind={known.kind} size={28} />
      <span className="max-w-32 truncate max-sm:sr-only">{firstWord(name)}</span>
    </>
  );
}
