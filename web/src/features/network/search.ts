import * as v from "valibot";
import { moneySearchEntries } from "../profit/search.ts";

/** Numbers of terms that a link may name; the contract counts them from 0. */
const termsNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));

/** What a link to a network says; what it does not say, or says wrongly, is as if it were absent. */
export const networkSearchSchema = v.object({
  /** Number of the terms that the link invites somebody to use. */
  terms: v.optional(v.fallback(v.optional(termsNumber), undefined)),
  ...moneySearchEntries,
});

/** A checked link to a network. */
export type NetworkSearch = v.InferOutput<typeof networkSearchSchema>;
