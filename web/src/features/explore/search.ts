import * as v from "valibot";

/** What a link to Explore says. */
export const exploreSearchSchema = v.object({
  show: v.optional(v.fallback(v.picklist(["networks", "people"]), "networks")),
  find: v.optional(v.fallback(v.string(), "")),
  sort: v.optional(v.fallback(v.picklist(["earned", "name", "holders", "new"]), "earned")),
});
