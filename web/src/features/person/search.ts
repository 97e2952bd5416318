import * as v from "valibot";
import { moneySearchEntries } from "../profit/search.ts";

/** What a link to a person says; what it does not say, or says wrongly, is as if it were absent. */
export const personSearchSchema = v.object(moneySearchEntries);
