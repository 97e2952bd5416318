import type { ReactNode } from "react";
import type { NamedToken } from "../../data/names/names.ts";
import { KIND_WORDS } from "../kind-of.ts";
import { Swatch } from "../swatch.tsx";

/** One person or network among the answers of a combobox. `note` warns of it. */
export function TokenLine({ token, note }: { readonly token: NamedToken; readonly note?: ReactNode }): ReactNode {
  return (
    <>
      <Swatch address={token.address} kind={token.kind} size={28} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-table font-semibold">{token.name}</span>
        <span className="block truncate text-label text-ink-3">
          {KIND_WORDS[token.kind]} · {token.symbol}
        </span>
        {note}
      </span>
    </>
  );
}
