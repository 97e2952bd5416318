import * as v from "valibot";
import { GROUPS } from "./model/groups.ts";

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

/** The state of the activity page: which kinds, and of whom. */
export const activitySearchSchema = v.object({
  show: v.fallback(v.optional(v.picklist(GROUPS)), undefined),
  of: address,
});

/** The state of the activity page, as its link carries it. */
export type ActivitySearch = v.InferOutput<typeof activitySearchSchema>;
