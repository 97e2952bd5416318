import { useNavigate } from "@tanstack/react-router";
import { Search as SearchIcon } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { TokenOption } from "../components/token-option.tsx";
import { findTokens } from "../data/find-tokens.ts";
import type { TokenInfo } from "../data/ownership.ts";
import { useOwnership } from "../data/ownership.ts";
import { classNames } from "../lib/class-names.ts";
import { useSlashKey } from "./use-slash-key.ts";

/** Finds a person or a network from anywhere: `/` jumps here. */
export function Search() {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { data: snapshot, isError } = useOwnership();
  const [text, setText] = useState("");
  const [shown, setShown] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [unfolded, setUnfolded] = useState(false);
  const found = findTokens(snapshot, text);
  const open = shown && text.trim() !== "";

  const unfold = (): void => {
    setUnfolded(true);
    requestAnimationFrame(() => input.current?.focus());
  };
  useSlashKey(unfold);
  const go = (token: TokenInfo | undefined): void => {
    if (!token) return;
    setText("");
    setUnfolded(false);
    input.current?.blur();
    void navigate({
      to: token.kind === "person" ? "/person/$address" : "/network/$address",
      params: { address: token.address },
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") setChosen((chosen + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setChosen((chosen + found.length - 1) % Math.max(1, found.length));
    else if (event.key === "Enter") go(found[chosen]);
    else if (event.key === "Escape") {
      setText("");
      setUnfolded(false);
      input.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <search className={classNames("relative", unfolded && "max-sm:absolute max-sm:inset-x-4 max-sm:z-10")}>
      {!unfolded && <UnfoldButton onClick={unfold} />}
      <div
        className={classNames(
          "items-center gap-2 rounded-control bg-inset px-3 focus-within:outline-2 focus-within:outline-focus sm:flex",
          unfolded ? "flex" : "hidden",
        )}
      >
        <SearchIcon aria-hidden="true" size={17} strokeWidth={1.6} className="shrink-0 text-ink-3" />
        <input
          ref={input}
          role="combobox"
          aria-label="Find a person or network"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open && found[chosen] ? `${list}-${chosen}` : undefined}
          placeholder="Find a person or network"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onFocus={() => setShown(true)}
          onBlur={() => {
            setShown(false);
            setUnfolded(false);
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full bg-transparent text-table outline-none placeholder:text-ink-3 lg:w-52"
        />
        <span aria-hidden="true" className="font-sans text-label text-ink-3 max-lg:hidden">
          /
        </span>
      </div>
      <div
        id={list}
        role="listbox"
        aria-label="People and networks"
        hidden={!open}
        className="floating absolute top-[calc(100%+6px)] right-0 left-0 z-40 p-1.5 sm:left-auto sm:w-80"
      >
        {found.map((token, index) => (
          <TokenOption
            key={token.address}
            id={`${list}-${index}`}
            token={token}
            chosen={index === chosen}
            onPoint={() => setChosen(index)}
            onChoose={() => go(token)}
          />
        ))}
        {open && found.length === 0 && (
          <p className="px-2.5 py-2 text-note text-ink-3">
            {snapshot ? "Nobody by that name here." : isError ? "The index does not answer." : "Reading the index …"}
          </p>
        )}
      </div>
    </search>
  );
}

/** Stands for the field on a phone. */
function UnfoldButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label="Find a person or network"
      onClick={onClick}
      className="grid size-11 cursor-pointer place-items-center rounded-control text-ink-2 hover:bg-inset sm:hidden"
    >
      <SearchIcon aria-hidden="true" size={19} strokeWidth={1.6} />
    </button>
  );
}
