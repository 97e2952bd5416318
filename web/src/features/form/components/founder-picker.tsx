import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Swatch } from "../../../components/swatch.tsx";
import { TokenOption } from "../../../components/token-option.tsx";
import { findTokens } from "../../../data/find-tokens.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { shortAddress } from "../../../lib/address.ts";
import { useFocusOnce } from "../../../lib/use-focus-once.ts";
import type { FounderRead } from "../model/read-founders.ts";

interface FounderPickerProps {
  readonly snapshot: OwnershipSnapshot;
  readonly row: FounderRead;
  /** Whether the row was just added: then its field takes the keys. */
  readonly added: boolean;
  /** The token's address, or nothing to choose again. */
  readonly onChoose: (member: string) => void;
}

/** Who is the founder: a person or a network, found by name, symbol or address. */
export function FounderPicker({ snapshot, row, added, onChoose }: FounderPickerProps): ReactNode {
  const { token, problems } = row;
  // Once the keys are here, they stay here when the field and the choice take turns.
  const [used, setUsed] = useState(added);
  const choose = (member: string): void => {
    setUsed(true);
    onChoose(member);
  };
  return (
    <div>
      {token ? (
        <Chosen token={token} focused={used} onChange={() => choose("")} />
      ) : (
        <Finder snapshot={snapshot} focused={used} onChoose={choose} />
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
  readonly token: TokenInfo;
  readonly focused: boolean;
  readonly onChange: () => void;
}

function Chosen({ token, focused, onChange }: ChosenProps): ReactNode {
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
      </div>
      <Button ref={button} onClick={onChange}>
        Change <span className="sr-only">{token.name}</span>
      </Button>
    </div>
  );
}

interface FinderProps {
  readonly snapshot: OwnershipSnapshot;
  readonly onChoose: (member: string) => void;
  readonly focused: boolean;
}

function Finder({ snapshot, onChoose, focused }: FinderProps): ReactNode {
  const field = useId();
  const list = useId();
  const input = useFocusOnce<HTMLInputElement>(focused);
  const [text, setText] = useState("");
  const [shown, setShown] = useState(false);
  const [chosen, setChosen] = useState(0);
  const found = findTokens(snapshot, text);
  const open = shown && text.trim() !== "";
  const onKeyDown = (event: KeyboardEvent): void => {
    const option = found[chosen];
    if (event.key === "ArrowDown") setChosen((chosen + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setChosen((chosen + found.length - 1) % Math.max(1, found.length));
    else if (event.key === "Escape") setText("");
    else if (event.key === "Enter") option && onChoose(option.address);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <label htmlFor={field} className="mb-1.5 block text-table font-semibold">
        Person or network
      </label>
      <input
        id={field}
        ref={input}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[chosen] ? `${list}-${chosen}` : undefined}
        placeholder="Name, symbol or address"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onKeyDown={onKeyDown}
        className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-cloth px-3.5 text-table placeholder:text-ink-3"
      />
      <div
        id={list}
        role="listbox"
        aria-label="People and networks"
        hidden={!open}
        className="floating absolute inset-x-0 top-[calc(100%+6px)] z-20 p-1.5"
      >
        {found.map((token, index) => (
          <TokenOption
            key={token.address}
            id={`${list}-${index}`}
            token={token}
            chosen={index === chosen}
            onPoint={() => setChosen(index)}
            onChoose={() => onChoose(token.address)}
          />
        ))}
        {open && found.length === 0 && (
          <p className="px-2.5 py-2 text-note text-ink-3">
            Nobody by that name has launched a token. Ask them to: then they can be a founder.
          </p>
        )}
      </div>
    </div>
  );
}
