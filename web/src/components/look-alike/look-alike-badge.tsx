import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { FoundToken } from "../../data/find-tokens.ts";
import { type Address, shortAddress } from "../../lib/address.ts";
import { Copy } from "../copy.tsx";
import { PageLink } from "../page-link.tsx";
import { useLookAlikes } from "./use-look-alikes.ts";

/** Among the answers of a search: why this token could be taken for another, and the address that tells it apart. */
export function LookAlikeNote(props: { readonly address: Address; readonly words: string | undefined }): ReactNode {
  const { address, words } = props;
  if (words === undefined) return null;
  return (
    <span className="mt-0.5 flex items-start gap-1.5 text-label text-ink-2">
      <TriangleAlert aria-hidden="true" size={14} strokeWidth={1.6} className="mt-0.5 shrink-0 text-bad" />
      <span>
        {words} · <span className="font-mono">{shortAddress(address)}</span>
      </span>
    </span>
  );
}

/** On a token's own page: why it could be taken for another, which, and its address to compare. */
export function LookAlikeBadge({ token }: { readonly token: FoundToken }): ReactNode {
  const like = useLookAlikes([token]).get(token.address);
  if (like === undefined) return null;
  const { found, words } = like;
  const other = "other" in found ? found.other : undefined;
  return (
    <div className="mt-3 flex max-w-[62ch] items-start gap-2 rounded-control bg-inset px-3 py-2 text-note">
      <TriangleAlert aria-hidden="true" size={17} strokeWidth={1.6} className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p>
          <span className="font-semibold">{words}.</span>
          {other && (
            <>
              {" "}
              See{" "}
              <PageLink kind={other.kind} address={other.address} className="underline underline-offset-3">
                {other.name} ({other.symbol}),{" "}
                <span className="font-mono whitespace-nowrap">{shortAddress(other.address)}</span>
              </PageLink>
              .
            </>
          )}
        </p>
        <p className="flex flex-wrap items-center gap-x-1 text-ink-2">
          Anybody can choose any name. Compare the address of this one:
          <Copy text={token.address} label={shortAddress(token.address)} />
        </p>
      </div>
    </div>
  );
}
