import * as v from "valibot";
import { moneySearchEntries } from "../profit/search.ts";

/** Lists that Explore shows. */
const SHOWS = ["networks", "people"] as const;
/** What the lists can be narrowed to. */
export const ONLIES = ["all", "gains", "new"] as const;
/** Columns that the lists can be sorted by. */
export const SORTS = ["name", "earned", "members", "holders", "created"] as const;

/** What a link to Explore says; what it does not say, or says wrongly, is as if it were absent. */
export const exploreSearchSchema = v.object({
  show: v.optional(v.fallback(v.optional(v.picklist(SHOWS)), undefined)),
  find: v.optional(v.fallback(v.optional(v.string()), undefined)),
  only: v.optional(v.fallback(v.optional(v.picklist(ONLIES)), undefined)),
  sort: v.optional(v.fallback(v.optional(v.picklist(SORTS)), undefined)),
  rising: v.optional(v.fallback(v.optional(v.boolean()), undefined)),
  ...moneySearchEntries,
});

/** A checked link to Explore. */
export type ExploreSearch = v.InferOutput<typeof exploreSearchSchema>;
