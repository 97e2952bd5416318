import { PageLink } from "../../components/page-link.tsx";
import { Swatch } from "../../components/swatch.tsx";
import type { TokenInfo } from "../../data/ownership.ts";

/** Swatch, name, symbol and one line of a token; the whole cell leads to its page. */
export function TokenCell({ token }: { readonly token: TokenInfo }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Swatch address={token.address} kind={token.kind} size={40} />
      <div className="min-w-0">
        <p className="flex min-w-0 items-baseline gap-2 max-sm:line-clamp-2">
          <PageLink
            kind={token.kind}
            address={token.address}
            className="font-semibold decoration-1 underline-offset-3 after:absolute after:inset-0 hover:underline max-sm:break-words sm:truncate sm:leading-6"
          >
            {token.name}
          </PageLink>
          <span className="text-label text-ink-3 max-sm:hidden">{token.symbol}</span>
        </p>
        {token.description && (
          <p className="line-clamp-1 text-note text-ink-2 max-sm:line-clamp-2">{token.description}</p>
        )}
      </div>
    </div>
  );
}
