import * as v from "valibot";

/** Most steps away from the selected node that are drawn in a graph too large to draw whole. */
export const MAX_DEPTH = 4;

/** Sortable columns of the graph's table. */
export const TABLE_COLUMNS = ["token", "holder", "balance", "direct", "end"] as const;

/** A sortable column of the graph's table. */
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** An address in lower case; anything else in a link counts as not said. */
const address = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^0x[0-9a-fA-F]{40}$/),
      v.transform((text) => text.toLowerCase() as `0x${string}`),
    ),
  ),
  undefined,
);

/** A decimal amount: a number where that says the same, because a link then shows it plainly (`gain=90`), else text. */
const amount = v.fallback(
  v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((value) => String(value)),
      v.regex(/^\d{1,30}(\.\d{1,18})?$/),
      v.transform((text): string | number => (String(Number(text)) === text ? Number(text) : text)),
    ),
  ),
  undefined,
);

const wholeNumber = (least: number, most: number) =>
  v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))), undefined);

/** The whole state of the graph page, so that a link shows what its sender saw. */
export const graphSearchSchema = v.object({
  /** The selected node: a token, a pool or a wallet. A person's wallet selects the person. */
  node: address,
  /** A gain that the selected token takes in, in units of the currency. */
  gain: amount,
  /** The turn that is shown of a gain's flow, from 1; all turns when left out. */
  step: wholeNumber(1, 64),
  /** Graph unless said. */
  view: v.fallback(v.optional(v.picklist(["table"])), undefined),
  /** How many threads away from the selected node are drawn, in a graph too large to draw whole. */
  depth: wholeNumber(1, MAX_DEPTH),
  /** The table's order: a column, with a minus for largest first. */
  sort: v.fallback(
    v.optional(v.picklist(TABLE_COLUMNS.flatMap((column) => [column, `-${column}`] as const))),
    undefined,
  ),
});

/** The state of the graph page, as its link carries it. */
export type GraphSearch = v.InferOutput<typeof graphSearchSchema>;
