import type { ReactNode } from "react";
import { Combobox } from "../../../components/combobox/combobox.tsx";
import { TokenLine } from "../../../components/combobox/token-line.tsx";
import { LookAlikeNote } from "../../../components/look-alike/look-alike-badge.tsx";
import { useLookAlikes } from "../../../components/look-alike/use-look-alikes.ts";
import type { NamedToken } from "../../../data/names/names.ts";
import { emptyWords, useFindTokens } from "../../../data/use-find-tokens.ts";
import { type Address, toAddress } from "../../../lib/address.ts";

interface AccountFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** The address that stands for a person or a network here; undefined for those that can't be chosen. */
  readonly offer: (token: NamedToken) => Address | undefined;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** The wallet of a person; nothing for a network. */
export const walletOf = (token: NamedToken): Address | undefined => token.person;

/** A field for an address that also takes a name: what fits hangs under it, to choose from. `readAccount` reads the text. */
export function AccountField({ label, text, onTextChange, offer, hint, error }: AccountFieldProps): ReactNode {
  const typed = text.trim();
  const found = useFindTokens(typed, toAddress(typed) === undefined);
  const offered = found.items.flatMap((token) => {
    const address = offer(token);
    return address === undefined ? [] : [{ token, address }];
  });
  const lookAlikes = useLookAlikes(offered.map(({ token }) => token));
  // Nothing hangs there where the text is an address, or begins one: then what is wrong with it stands under the field.
  const named = typed !== "" && !typed.startsWith("0x");
  return (
    <Combobox
      label={label}
      labelShown
      listLabel="Who fits"
      placeholder="Name or 0x…"
      text={text}
      onTextChange={onTextChange}
      items={offered}
      keyOf={({ token }) => token.address}
      onChoose={({ address }) => onTextChange(address)}
      empty={named ? emptyWords(found.state, "Nobody by that name can be chosen here.") : undefined}
      hint={hint}
      error={offered.length > 0 ? undefined : error}
      inputClass={typed.startsWith("0x") ? "font-mono text-note" : ""}
      listClass="inset-x-0 z-20"
    >
      {({ token }) => (
        <TokenLine
          token={token}
          note={<LookAlikeNote address={token.address} words={lookAlikes.get(token.address)?.words} />}
        />
      )}
    </Combobox>
  );
}
