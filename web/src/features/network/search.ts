import * as v from "valibot";
import { moneySearchEntries } from "../profit/search.ts";

/** Numbers of terms that a link may name; the contract counts them from 0. */
const termsNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));

/** What a link to a network says; what it does not say, or says wrongly, is as if it were absent. */
export const networkSearchSchema = v.object({
  /** Number of the terms that the link invites somebody to use. */
  terms: v.optional(v.fallback(v.optional(termsNumber), undefined)),
  /** How the cloth is looked at; as a cloth unless said. */
  cloth: v.optional(v.fallback(v.optional(v.picklist(["table"])), undefined)),
  /** Which of those whom members stood for are listed; those who came in unless said. */
  stood: v.optional(v.fallback(v.optional(v.picklist(["not", "sponsors"])), undefined)),
  ...moneySearchEntries,
});

/** A checked link to a network. */
export type NetworkSearch = v.InferOutput<typeof networkSearchSchema>;
