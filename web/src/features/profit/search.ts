import * as v from "valibot";

/** How far back a chart looks. */
export const RANGES = ["hours", "quarter", "all"] as const;

/** How far back a chart looks. */
export type Range = (typeof RANGES)[number];

/** What a link says of the chart of money over time, on each page that has one; absent is as the page opens. */
export const moneySearchEntries = {
  /** What is counted; what came in unless said. */
  money: v.optional(v.fallback(v.optional(v.picklist(["payments"])), undefined)),
  /** How far back; all of it unless said. */
  range: v.optional(v.fallback(v.optional(v.picklist(RANGES)), undefined)),
  /** How it is added up; each time of its own unless said. */
  shape: v.optional(v.fallback(v.optional(v.picklist(["growing"])), undefined)),
  /** Whether the figures stand under it as a table; not unless said. */
  figures: v.optional(v.fallback(v.optional(v.picklist(["table"])), undefined)),
} as const;

/** A checked link to a page, as far as its chart of money goes. */
export type MoneySearch = v.InferOutput<v.ObjectSchema<typeof moneySearchEntries, undefined>>;
