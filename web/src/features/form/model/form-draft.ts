import * as v from "valibot";
import type { Address } from "../../../lib/address.ts";
import { describeDraftSchema, EMPTY_DESCRIPTION } from "../../describe/model/read-description.ts";

const founderDraftSchema = v.object({
  /** Keeps a row apart from the others; unique within a draft. */
  key: v.number(),
  /** Token whose shares are staked; empty while nobody is chosen. */
  member: v.string(),
  /** Who stakes, where the member is a network; undefined while nobody was named. A person stakes from the person's wallet. */
  account: v.optional(v.string()),
  amount: v.string(),
  /** Whether the amount counts shares or is a percentage of all of them. */
  unit: v.picklist(["shares", "percent"]),
  rate: v.string(),
});

/** What somebody typed about one founder. */
export type FounderDraft = v.InferOutput<typeof founderDraftSchema>;

/** What somebody typed on the form page. */
export const formDraftSchema = v.object({
  description: describeDraftSchema,
  /** Undefined while nobody touched them: then they follow the connected wallet. */
  founders: v.optional(v.array(founderDraftSchema)),
  /** Last day to stake, `2026-12-07`; undefined while the suggestion stands. */
  lastDay: v.optional(v.string()),
});

/** What somebody typed on the form page. */
export type FormDraft = v.InferOutput<typeof formDraftSchema>;

/** The page as it opens. */
export const EMPTY_FORM: FormDraft = { description: EMPTY_DESCRIPTION };

/** The founders that the page opens with: the connected person's own token, if there is one, and room for somebody else. */
export function openingFounders(own: Address | undefined): readonly FounderDraft[] {
  return [newFounder([], own), newFounder([newFounder([])])];
}

/** A further founder. */
export function newFounder(others: readonly FounderDraft[], member = ""): FounderDraft {
  const key = others.reduce((most, other) => Math.max(most, other.key), 0) + 1;
  return { key, member, amount: "10", unit: "percent", rate: "1" };
}
