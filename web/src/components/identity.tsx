import { useNames } from "../data/names/use-names.ts";
import { shortAddress } from "../lib/address.ts";
import { displayName } from "../lib/names.ts";
import { whatIs } from "./kind-of.ts";
import { PageLink } from "./page-link.tsx";
import { Swatch } from "./swatch.tsx";

/** Who is shown, and how. */
export interface IdentityProps {
  readonly address: string;
  /** Size of the swatch in CSS pixels; 28 unless said. */
  readonly size?: number;
  /** Whether the name links to its page; yes unless said. */
  readonly link?: boolean;
  /** Says that what a token holds is meant, not the token. */
  readonly treasury?: boolean;
  /** A second line under the name in place of the symbol. */
  readonly note?: string;
}

/** Swatch, name and symbol of an address: people's names before addresses. */
export function Identity({ address, size = 28, link = true, treasury = false, note }: IdentityProps) {
  const names = useNames(address);
  const known = whatIs(names, address);
  const name = displayName(names, address);
  const below = note ?? known.symbol;
  const text = (
    <>
      <Swatch address={known.drawn} kind={known.kind} size={size} treasury={treasury} />
      <span className="min-w-0">
        <span className={known.page ? "block truncate font-semibold" : "block truncate font-mono text-note"}>
          {known.page ? name : shortAddress(address)}
          {treasury && "’s treasury"}
        </span>
        {below && size >= 28 && <span className="block truncate text-label text-ink-3">{below}</span>}
      </span>
    </>
  );
  const layout = "flex min-w-0 items-center gap-2.5";
  return link && known.page ? (
    <PageLink {...known.page} className={`${layout} rounded-small decoration-1 underline-offset-3 hover:underline`}>
      {text}
    </PageLink>
  ) : (
    <span className={layout}>{text}</span>
  );
}
