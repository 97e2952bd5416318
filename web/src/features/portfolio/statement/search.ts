import * as v from "valibot";
import { portfolioSearchSchema } from "../search.ts";
import { isDay, PERIODS } from "./period.ts";

const day = v.fallback(v.optional(v.pipe(v.string(), v.check(isDay))), undefined);

/** The state of the statement: whose, and of which days; own dates count where the period is `dates`. */
export const statementSearchSchema = v.object({
  ...portfolioSearchSchema.entries,
  period: v.fallback(v.optional(v.picklist(PERIODS)), undefined),
  from: day,
  to: day,
});

/** The state of the statement, as its link carries it. */
export type StatementSearch = v.InferOutput<typeof statementSearchSchema>;
