import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Address } from "../../lib/address.ts";
import { fetchNames } from "../names/fetch-names.ts";
import type { Names } from "../names/names.ts";
import { queryGraphql } from "../query-graphql.ts";
import { queryKeys } from "../query-keys.ts";
import { ACTIVITY } from "./activity-documents.ts";
import type { ActivityEntry, ActivityKind } from "./activity-entry.ts";
import { activityVariables } from "./activity-filters.ts";
import { type ActivityPage, mergeEntries } from "./merge-entries.ts";
import { readEntries } from "./read-entries.ts";

/** Of each kind that a page asks for, to begin with. */
const FIRST = 40;
/** Most that the index gives of one kind. */
const MOST = 1000;

/** Which part of what happened is shown. */
export interface ActivityFilter {
  readonly kinds?: readonly ActivityKind[] | undefined;
  readonly who?: readonly Address[] | undefined;
}

/** A page, and what everybody on it is called. */
export interface NamedActivityPage extends ActivityPage {
  readonly names: Names;
}

/** What happened, newest first, page by page. */
export function activityQueryOptions(filter: ActivityFilter) {
  return infiniteQueryOptions({
    queryKey: queryKeys.index("activity", filter.kinds ?? "all", filter.who ?? "everybody"),
    queryFn: ({ pageParam, signal }) => readActivity(filter, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }: NamedActivityPage) => next,
    structuralSharing: false,
  });
}

/** One page from that time on, older ones. */
export async function readActivity(
  filter: ActivityFilter,
  until: number | undefined,
  signal?: AbortSignal,
): Promise<NamedActivityPage> {
  const page = await readPage(filter, until, signal);
  return { ...page, names: await fetchNames(addressesOf(page.entries), signal) };
}

function addressesOf(entries: readonly ActivityEntry[]): readonly Address[] {
  const named = entries.flatMap(({ actor, token, other, sharesOf }) => [actor, token, other, sharesOf]);
  return [...new Set(named.filter((address) => address !== undefined))];
}

async function readPage(filter: ActivityFilter, until: number | undefined, signal: AbortSignal | undefined) {
  for (let first = FIRST; ; first = Math.min(first * 5, MOST)) {
    const answer = await queryGraphql(ACTIVITY, activityVariables({ ...filter, until, first }), { signal });
    const kinds = readEntries(answer).map((entries) => ({ entries, full: entries.length === first }));
    const page = mergeEntries(kinds, first < MOST);
    if (page !== undefined) return page;
  }
}
