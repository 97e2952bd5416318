import type { ActivityKind } from "../../../data/activity/activity-entry.ts";

/** What a reader looks for at once; the link names it. */
export const GROUPS = ["all", "gains", "payments", "stakes", "votes", "new"] as const;

/** A group of kinds. */
export type Group = (typeof GROUPS)[number];

/** The word for each group. */
export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  all: "Everything",
  gains: "Gains",
  payments: "Paid out",
  stakes: "Shares",
  votes: "Admission",
  new: "New here",
};

const KINDS: Readonly<Record<Exclude<Group, "all">, readonly ActivityKind[]>> = {
  gains: ["gain", "gift", "dispute"],
  payments: ["harvest", "payment"],
  stakes: ["stake", "unstake", "issue", "transfer"],
  votes: ["application", "proposal", "vote"],
  new: ["launch", "form"],
};

/** The kinds of a group; undefined for all of them. */
export function kindsOf(group: Group): readonly ActivityKind[] | undefined {
  return group === "all" ? undefined : KINDS[group];
}
