import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { KIND_WORDS } from "../../../components/kind-of.ts";
import { Swatch } from "../../../components/swatch.tsx";
import { type FoundToken, findInIndexQueryOptions } from "../../../data/find-in-index.ts";
import { type Address, shortAddress, toAddress } from "../../../lib/address.ts";
import { useSettled } from "../../../lib/use-settled.ts";
import { findNodes } from "../model/find-nodes.ts";
import type { GraphNode, GraphView } from "../model/graph-view.ts";

/** One answer to what was typed. */
type Found = Pick<GraphNode, "id" | "kind" | "name" | "symbol"> & { readonly treasury?: boolean };

/** Finds anybody in the graph, pools and wallets too, and selects them; in the whole index when only a part is read. */
export function FindNode(props: {
  readonly view: GraphView;
  /** Whether there is more in the index than was read. */
  readonly partial: boolean;
  readonly onSelect: (node: Address) => void;
}) {
  const { view, partial, onSelect } = props;
  const list = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const wanted = useSettled(text.trim());
  const beyond = useQuery({
    ...findInIndexQueryOptions(wanted),
    enabled: partial && open && wanted.length > 1 && !wanted.startsWith("0x"),
  });
  const found = open ? foundBy(view, text, partial ? (beyond.data ?? []) : undefined) : [];
  const shown = open && text.trim() !== "";
  const choose = (node: Address | undefined) => {
    if (node === undefined) return;
    setText("");
    setOpen(false);
    onSelect(node);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = Math.max(found.length, 1);
    if (event.key === "ArrowDown") setChosen((chosen + 1) % count);
    else if (event.key === "ArrowUp") setChosen((chosen + count - 1) % count);
    else if (event.key === "Enter") choose(found[chosen]?.id);
    else if (event.key === "Escape") setText("");
    else return;
    event.preventDefault();
  };
  return (
    <search className="relative mb-6 block">
      <div className="flex items-center gap-2 rounded-control bg-inset px-3 focus-within:outline-2 focus-within:outline-focus">
        <Search aria-hidden="true" size={17} strokeWidth={1.6} className="shrink-0 text-ink-3" />
        <input
          role="combobox"
          aria-label="Find in the graph"
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown && found[chosen] ? `${list}-${chosen}` : undefined}
          placeholder="Find in the graph"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full min-w-0 bg-transparent text-table outline-none placeholder:text-ink-3"
        />
      </div>
      <div
        id={list}
        role="listbox"
        aria-label="In the graph"
        hidden={!shown}
        className="floating absolute inset-x-0 top-[calc(100%+6px)] z-30 p-1.5"
      >
        {found.map((node, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as in every combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option
          <div
            key={node.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerEnter={() => setChosen(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(node.id)}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-control px-2.5 aria-selected:bg-inset"
          >
            <Swatch address={node.id} kind={node.kind} size={22} treasury={node.treasury ?? false} />
            <span className="min-w-0 flex-1 truncate text-table">{node.name}</span>
            <span className="text-label text-ink-3">{node.symbol ?? KIND_WORDS[node.kind]}</span>
          </div>
        ))}
        {shown && found.length === 0 && (
          <p className="px-2.5 py-2 text-note text-ink-3">
            {beyond.isFetching
              ? "Asking the index …"
              : beyond.isError
                ? "The index does not answer."
                : "Nobody by that name here."}
          </p>
        )}
      </div>
    </search>
  );
}

/** What is read already first, then what the index knows beyond it; an address can always be gone to. */
function foundBy(view: GraphView, text: string, beyond: readonly FoundToken[] | undefined): readonly Found[] {
  const here = findNodes(view, text);
  if (!beyond) return here;
  const known = new Set(here.map((node) => node.id));
  const address = toAddress(text.trim());
  return [
    ...here,
    ...beyond.flatMap(({ address: id, ...token }) => (known.has(id) ? [] : [{ id, ...token }])),
    ...(address && here.length === 0 ? [{ id: address, kind: "wallet" as const, name: shortAddress(address) }] : []),
  ];
}
