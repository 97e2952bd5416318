import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { Combobox } from "../../../components/combobox/combobox.tsx";
import { KIND_WORDS } from "../../../components/kind-of.ts";
import { Swatch } from "../../../components/swatch.tsx";
import { findInIndexQueryOptions } from "../../../data/find-in-index.ts";
import { type FoundToken, findTokens } from "../../../data/find-tokens.ts";
import { type Address, shortAddress, toAddress } from "../../../lib/address.ts";
import { foldText } from "../../../lib/fold-text.ts";
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
  const [text, setText] = useState("");
  const wanted = useSettled(foldText(text).trim());
  const beyond = useQuery({ ...findInIndexQueryOptions(wanted), enabled: partial && wanted.length > 1 });
  const found = foundBy(view, text, partial ? findTokens(beyond.data ?? [], text) : undefined);
  const nobody = beyond.isFetching
    ? "Asking the index …"
    : beyond.isError
      ? "The index does not answer."
      : "Nobody by that name here.";
  return (
    <search className="mb-6 block">
      <Combobox
        label="Find in the graph"
        listLabel="In the graph"
        placeholder="Find in the graph"
        text={text}
        onTextChange={setText}
        items={found}
        keyOf={(node) => node.id}
        onChoose={(node) => {
          setText("");
          onSelect(node.id);
        }}
        empty={nobody}
        before={<Search aria-hidden="true" size={17} strokeWidth={1.6} className="shrink-0 text-ink-3" />}
        frameClass="flex items-center gap-2 rounded-control bg-inset px-3 focus-within:outline-2 focus-within:outline-focus"
        listClass="inset-x-0 z-30"
      >
        {(node) => (
          <>
            <Swatch address={node.id} kind={node.kind} size={22} treasury={node.treasury ?? false} />
            <span className="min-w-0 flex-1 truncate text-table">{node.name}</span>
            <span className="text-label text-ink-3">{node.symbol ?? KIND_WORDS[node.kind]}</span>
          </>
        )}
      </Combobox>
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
