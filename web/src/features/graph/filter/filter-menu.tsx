import { Popover } from "@base-ui/react/popover";
import { SlidersHorizontal } from "lucide-react";
import { useId } from "react";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Swatch } from "../../../components/swatch.tsx";
import type { Address } from "../../../lib/address.ts";
import { classNames } from "../../../lib/class-names.ts";
import { countFilters } from "../model/filter-view.ts";
import type { GraphNode, GraphView } from "../model/graph-view.ts";
import { HIDEABLE_KINDS, LEAST_SHARES } from "../search.ts";
import type { GraphState } from "../use-graph.ts";
import { useGraphSearch } from "../use-graph-search.ts";

/** Most networks that the list offers: the largest. */
const MOST_OFFERED = 60;

const CHECK = "size-5 shrink-0 cursor-pointer accent-ink";
const LINE = "flex min-h-11 min-w-0 cursor-pointer items-center gap-2.5";

/** Narrows picture and table down to some networks, to large shares, or to what is neither pool nor wallet. */
export function FilterMenu({ graph }: { readonly graph: GraphState }) {
  const { search, change } = useGraphSearch();
  const count = countFilters(search);
  return (
    <Popover.Root>
      <Popover.Trigger
        className={buttonClass(
          "secondary",
          classNames("sm:px-3.5", count === 0 ? "max-sm:w-11 max-sm:px-0" : "max-sm:gap-1 max-sm:px-2.5"),
        )}
      >
        <SlidersHorizontal aria-hidden="true" size={18} strokeWidth={1.6} />
        <span className="max-sm:sr-only">Filter</span>
        {count > 0 && (
          <span className="figures rounded-full bg-action px-1.5 text-label text-on-action">
            {count}
            <span className="sr-only"> on</span>
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" collisionPadding={12} className="z-40">
          <Popover.Popup
            aria-label="Filter"
            className="floating max-h-[min(36rem,var(--available-height))] w-80 max-w-[calc(100vw-1.5rem)] overflow-y-auto p-4 outline-none"
          >
            <LeastShare value={search.least} onChange={(least) => change({ least, page: undefined })} />
            <Kinds hidden={search.hide} onChange={(hide) => change({ hide, page: undefined })} />
            <Networks
              view={graph.view}
              chosen={search.networks}
              onChange={(networks) => change({ networks, page: undefined })}
            />
            <Button
              className="mt-4 w-full"
              disabled={count === 0}
              onClick={() => change({ networks: undefined, least: undefined, hide: undefined, page: undefined })}
            >
              Show everything
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type Least = GraphState["search"]["least"];

function LeastShare({ value, onChange }: { readonly value: Least; readonly onChange: (value: Least) => void }) {
  const field = useId();
  return (
    <div>
      <label htmlFor={field} className="text-table font-semibold">
        Holdings of at least
      </label>
      <select
        id={field}
        value={value ?? ""}
        onChange={(event) => onChange(LEAST_SHARES.find((each) => String(each) === event.target.value))}
        className="mt-1.5 min-h-11 w-full rounded-control border border-line-strong bg-cloth px-3 text-table text-ink"
      >
        <option value="">any size</option>
        {LEAST_SHARES.map((each) => (
          <option key={each} value={each}>
            {each} % of the shares
          </option>
        ))}
      </select>
    </div>
  );
}

type Hidden = GraphState["search"]["hide"];

const KIND_NAMES = { pool: "Pools", wallet: "Wallets without a token" } as const;

function Kinds({ hidden, onChange }: { readonly hidden: Hidden; readonly onChange: (value: Hidden) => void }) {
  return (
    <fieldset className="mt-4">
      <legend className="text-table font-semibold">Also show</legend>
      {[...HIDEABLE_KINDS].reverse().map((kind) => (
        <label key={kind} className={LINE}>
          <input
            type="checkbox"
            className={CHECK}
            checked={!hidden?.includes(kind)}
            onChange={(event) => onChange(changed(hidden, kind, !event.target.checked))}
          />
          {KIND_NAMES[kind]}
        </label>
      ))}
    </fieldset>
  );
}

function Networks(props: {
  readonly view: GraphView;
  readonly chosen: readonly Address[] | undefined;
  readonly onChange: (chosen: Address[] | undefined) => void;
}) {
  const { view, chosen, onChange } = props;
  const networks = [...view.nodes.values()].filter(({ kind }) => kind === "network").sort(largestFirst);
  if (networks.length < 2) return null;
  return (
    <fieldset className="mt-4">
      <legend className="text-table font-semibold">Only around these networks</legend>
      {networks.slice(0, MOST_OFFERED).map((network) => (
        <label key={network.id} className={LINE}>
          <input
            type="checkbox"
            className={CHECK}
            checked={chosen?.includes(network.id) ?? false}
            onChange={(event) => onChange(changed(chosen, network.id, event.target.checked))}
          />
          <Swatch address={network.id} kind="network" size={22} />
          <span className="truncate">{network.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function largestFirst(a: GraphNode, b: GraphNode): number {
  return b.radius - a.radius || (a.name < b.name ? -1 : 1);
}

/** A list with an item put in or taken out; an empty list is not said. */
function changed<Item>(list: readonly Item[] | undefined, item: Item, put: boolean): Item[] | undefined {
  const others = (list ?? []).filter((each) => each !== item);
  const next = put ? [...others, item] : others;
  return next.length > 0 ? next : undefined;
}
