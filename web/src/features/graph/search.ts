import * as v from "valibot";

/** Most steps away from the selected node that can be asked for. */
export const MAX_DEPTH = 4;

/** Sortable columns of the graph's table. */
export const TABLE_COLUMNS = ["token", "holder", "balance", "direct", "end"] as const;

/** A sortable column of the graph's table. */
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Least direct shares that can be asked for, in percent. */
export const LEAST_SHARES = [1, 5, 10, 25] as const;

/** Kinds of nodes that can be left out. */
export const HIDEABLE_KINDS = ["pool", "wallet"] as const;

/** Ways to look from the selected node: to who owns it, or to what it owns; both when not said. */
export const WAYS = ["owners", "owned"] as const;

/** A way to look from the selected node. */
export type Way = (typeof WAYS)[number];

/** Most networks that a link names. */
const MOST_NETWORKS = 20;

const addressText = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-fA-F]{40}$/),
  v.transform((text) => text.toLowerCase() as `0x${string}`),
);

/** What is not as expected in a link counts as not said. */
const orNothing = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined);

/** A list without what is repeated; an empty one is not said. */
const listOf = <Item extends v.GenericSchema<unknown, string>>(item: Item, most: number) =>
  orNothing(
    v.pipe(
      v.array(item),
      v.minLength(1),
      v.maxLength(most),
      v.transform((all): v.InferOutput<Item>[] => [...new Set(all)]),
    ),
  );

/** A decimal amount: a number where that says the same, because a link then shows it plainly (`gain=90`), else text. */
const amount = orNothing(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => String(value)),
    v.regex(/^\d{1,30}(\.\d{1,36})?$/),
    v.transform((text): string | number => (String(Number(text)) === text ? Number(text) : text)),
  ),
);

const wholeNumber = (least: number, most: number) =>
  orNothing(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)));

/** The whole state of the graph page, so that a link shows what its sender saw. */
export const graphSearchSchema = v.object({
  /** The selected node: a token, a pool or a wallet. A person's wallet selects the person. */
  node: orNothing(addressText),
  /** A gain that the selected token takes in, in units of the currency. */
  gain: amount,
  /** The turn that is shown of a gain's flow, from 1; all turns when left out. */
  step: wholeNumber(1, 64),
  /** Graph unless said. */
  view: orNothing(v.picklist(["table"])),
  /** The block as of which everything is shown; the newest when left out. */
  block: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  /** How many threads away from the selected node are shown; all of them when left out. */
  depth: wholeNumber(1, MAX_DEPTH),
  /** Which way to look from the selected node; both when left out. */
  way: orNothing(v.picklist(WAYS)),
  /** Networks whose members and holders are shown; everybody when left out. */
  networks: listOf(addressText, MOST_NETWORKS),
  /** The least direct share that is shown, in percent. */
  least: orNothing(v.picklist(LEAST_SHARES)),
  /** Kinds of nodes that are left out. */
  hide: listOf(v.picklist(HIDEABLE_KINDS), HIDEABLE_KINDS.length),
  /** The table's order: a column, with a minus for largest first. */
  sort: orNothing(v.picklist(TABLE_COLUMNS.flatMap((column) => [column, `-${column}`] as const))),
  /** Which lines the table has: those of holdings alone; also parts owned only through others when left out. */
  rows: orNothing(v.picklist(["direct"])),
  /** The table's page, from 2; the first when left out. */
  page: wholeNumber(2, 100_000),
});

/** The state of the graph page, as its link carries it. */
export type GraphSearch = v.InferOutput<typeof graphSearchSchema>;
