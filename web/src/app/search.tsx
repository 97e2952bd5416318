import { useNavigate } from "@tanstack/react-router";
import { Search as SearchIcon } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Combobox } from "../components/combobox/combobox.tsx";
import { TokenLine } from "../components/combobox/token-line.tsx";
import { LookAlikeNote } from "../components/look-alike/look-alike-badge.tsx";
import { useLookAlikes } from "../components/look-alike/use-look-alikes.ts";
import type { FoundToken } from "../data/find-tokens.ts";
import { emptyWords, useFindTokens } from "../data/use-find-tokens.ts";
import { useSlashKey } from "./use-slash-key.ts";

/** Finds a person or a network from anywhere: `/` jumps here. */
export function Search() {
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [unfolded, setUnfolded] = useState(false);
  const found = useFindTokens(text);
  const lookAlikes = useLookAlikes(found.items);

  const unfold = (): void => {
    // At once, so that no letter typed behind the slash is lost: a field that is still hidden takes no focus.
    flushSync(() => setUnfolded(true));
    input.current?.focus();
  };
  useSlashKey(unfold);
  const leave = (): void => {
    setText("");
    setUnfolded(false);
    input.current?.blur();
  };
  const go = (token: FoundToken): void => {
    leave();
    void navigate({
      to: token.kind === "person" ? "/person/$address" : "/network/$address",
      params: { address: token.address },
    });
  };
  return (
    <search className={unfolded ? "max-sm:absolute max-sm:inset-x-4 max-sm:z-10" : undefined}>
      {!unfolded && <UnfoldButton onClick={unfold} />}
      <div className={unfolded ? undefined : "max-sm:hidden"}>
        <Combobox
          label="Find a person or network"
          listLabel="People and networks"
          placeholder="Find a person or network"
          text={text}
          onTextChange={setText}
          items={found.items}
          keyOf={(token) => token.address}
          onChoose={go}
          onEscape={leave}
          onBlur={() => setUnfolded(false)}
          empty={emptyWords(found.state, "Nobody by that name or address.")}
          inputRef={input}
          before={<SearchIcon aria-hidden="true" size={17} strokeWidth={1.6} className="shrink-0 text-ink-3" />}
          behind={
            <span aria-hidden="true" className="font-sans text-label text-ink-3 max-lg:hidden">
              /
            </span>
          }
          frameClass="flex items-center gap-2 rounded-control bg-inset px-3 focus-within:outline-2 focus-within:outline-focus"
          inputClass="lg:w-52"
          listClass="right-0 left-0 z-40 sm:left-auto sm:w-80"
        >
          {(token) => (
            <TokenLine
              token={token}
              note={<LookAlikeNote address={token.address} words={lookAlikes.get(token.address)?.words} />}
            />
          )}
        </Combobox>
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
