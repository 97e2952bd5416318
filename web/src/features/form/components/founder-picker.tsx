import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Combobox } from "../../../components/combobox/combobox.tsx";
import { TokenLine } from "../../../components/combobox/token-line.tsx";
import { LookAlikeNote } from "../../../components/look-alike/look-alike-badge.tsx";
import { useLookAlikes } from "../../../components/look-alike/use-look-alikes.ts";
import { Swatch } from "../../../components/swatch.tsx";
import type { FoundToken } from "../../../data/find-tokens.ts";
import { emptyWords, useFindTokens } from "../../../data/use-find-tokens.ts";
import { shortAddress } from "../../../lib/address.ts";
import { useFocusOnce } from "../../../lib/use-focus-once.ts";
import type { FounderRead } from "../model/read-founders.ts";

interface FounderPickerProps {
  readonly row: FounderRead;
  /** Whether the row was just added: then its field takes the keys. */
  readonly added: boolean;
  /** The token's address, or nothing to choose again. */
  readonly onChoose: (member: string) => void;
}

/** Who is the founder: a person or a network, found by name, symbol or address. */
export function FounderPicker({ row, added, onChoose }: FounderPickerProps): ReactNode {
  const { draft, problems } = row;
  // Once the keys are here, they stay here when the field and the choice take turns.
  const [used, setUsed] = useState(added);
  // Shown as it was found until what the rules need to know of it is there.
  const [found, setFound] = useState<FoundToken>();
  const token = row.token ?? (found?.address === draft.member ? found : undefined);
  const choose = (next: FoundToken | undefined): void => {
    setUsed(true);
    setFound(next);
    onChoose(next?.address ?? "");
  };
  return (
    <div>
      {token ? (
        <Chosen token={token} focused={used} onChange={() => choose(undefined)} />
      ) : (
        <Finder focused={used} onChoose={choose} />
      )}
      {problems.member && (
        <p role="status" className="mt-1.5 text-note text-bad">
          {problems.member}
        </p>
      )}
    </div>
  );
}

interface ChosenProps {
  readonly token: FoundToken;
  readonly focused: boolean;
  readonly onChange: () => void;
}

function Chosen({ token, focused, onChange }: ChosenProps): ReactNode {
  const lookAlike = useLookAlikes([token]).get(token.address);
  const button = useFocusOnce<HTMLButtonElement>(focused);
  return (
    <div className="flex items-center gap-3">
      <Swatch address={token.address} kind={token.kind} size={40} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{token.name}</p>
        <p className="truncate text-note text-ink-3">
          {token.symbol}
          {token.person && (
            <>
              {" "}
              · stakes from <span className="font-mono">{shortAddress(token.person)}</span>
            </>
          )}
        </p>
        <LookAlikeNote address={token.address} words={lookAlike?.words} />
      </div>
      <Button ref={button} onClick={onChange}>
        Change <span className="sr-only">{token.name}</span>
      </Button>
    </div>
  );
}

interface FinderProps {
  readonly onChoose: (token: FoundToken) => void;
  readonly focused: boolean;
}

function Finder({ onChoose, focused }: FinderProps): ReactNode {
  const input = useFocusOnce<HTMLInputElement>(focused);
  const [text, setText] = useState("");
  const found = useFindTokens(text);
  const lookAlikes = useLookAlikes(found.items);
  return (
    <Combobox
      label="Person or network"
      labelShown
      listLabel="People and networks"
      placeholder="Name, symbol or address"
      text={text}
      onTextChange={setText}
      items={found.items}
      keyOf={(token) => token.address}
      onChoose={onChoose}
      empty={emptyWords(
        found.state,
        "Nobody by that name has launched a token. Ask them to: then they can be a founder.",
      )}
      inputRef={input}
      listClass="inset-x-0 z-20"
    >
      {(token) => (
        <TokenLine
          token={token}
          note={<LookAlikeNote address={token.address} words={lookAlikes.get(token.address)?.words} />}
        />
      )}
    </Combobox>
  );
}
