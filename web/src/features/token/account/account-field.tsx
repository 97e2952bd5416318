import type { ReactNode } from "react";
import { KIND_WORDS } from "../../../components/kind-of.ts";
import { LookAlikeNote } from "../../../components/look-alike/look-alike-badge.tsx";
import { useLookAlikes } from "../../../components/look-alike/use-look-alikes.ts";
import { Swatch } from "../../../components/swatch.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { findTokens } from "../../../data/find-tokens.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { type Address, shortAddress, toAddress } from "../../../lib/address.ts";

interface AccountFieldProps {
  readonly snapshot: OwnershipSnapshot;
  readonly label: ReactNode;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** The address that stands for a person or a network here; undefined for those that can't be chosen. */
  readonly offer: (token: TokenInfo) => Address | undefined;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

const MOST_OFFERED = 5;

/** The wallet of a person; nothing for a network. */
export const walletOf = (token: TokenInfo): Address | undefined => token.person;

/** A field for an address that also takes a name: what fits stands under it, to choose from. `readAccount` reads the text. */
export function AccountField(props: AccountFieldProps): ReactNode {
  const { snapshot, label, text, onTextChange, offer, hint, error } = props;
  const typed = text.trim();
  const found = toAddress(typed) === undefined ? offersFor(snapshot, typed, offer) : [];
  const lookAlikes = useLookAlikes(found.map(({ token }) => token));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <TextField
        label={label}
        hint={hint}
        error={found.length > 0 ? undefined : error}
        placeholder="Name or 0x…"
        text={text}
        onTextChange={onTextChange}
        code={typed.startsWith("0x")}
      />
      {found.length > 0 && (
        <ul aria-label="Who fits" className="grid gap-1 rounded-control border border-line p-1.5">
          {found.map(({ token, address }) => (
            <li key={token.address}>
              <button
                type="button"
                onClick={() => onTextChange(address)}
                className="flex min-h-12 w-full cursor-pointer items-center gap-2.5 rounded-control px-2.5 text-left hover:bg-inset"
              >
                <Swatch address={token.address} kind={token.kind} size={28} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-table font-semibold">{token.name}</span>
                  <span className="block text-label text-ink-3">
                    {KIND_WORDS[token.kind]} · {token.symbol} ·{" "}
                    <span className="font-mono">{shortAddress(address)}</span>
                  </span>
                  <LookAlikeNote address={token.address} words={lookAlikes.get(token.address)?.words} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function offersFor(snapshot: OwnershipSnapshot, typed: string, offer: AccountFieldProps["offer"]) {
  return findTokens(snapshot.tokens.values(), typed)
    .flatMap((token) => {
      const address = offer(token);
      return address === undefined ? [] : [{ token, address }];
    })
    .slice(0, MOST_OFFERED);
}
