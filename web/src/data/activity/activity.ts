import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Address } from "../../lib/address.ts";
import { fetchNames } from "../names/fetch-names.ts";
import type { Names } from "../names/names.ts";
import { queryGraphql } from "../query-graphql.ts";
import { queryKeys } from "../query-keys.ts";
import { ACTIVITY } from "./activity-documents.ts";
import type { ActivityEntry, ActivityKind } from "./activity-entry.ts";
import { activityVariables } from "./activity-filters.ts";
import { type ActivityCursor, type ActivityPage, mergeEntries } from "./merge-entries.ts";
import { readEntries } from "./read-entries.ts";

/** Most of each kind that a page asks for. */
const FIRST = 40;
/** Most that the index gives of one kind: fewer questions where all is read. */
export const MOST_OF_A_KIND = 1000;

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
    queryFn: ({ pageParam, signal }) => readActivity(filter, pageParam, { signal }),
    initialPageParam: undefined as ActivityCursor | undefined,
    getNextPageParam: ({ next }: NamedActivityPage) => next,
    structuralSharing: false,
  });
}

/** How a page is read. */
interface PageOptions {
  /** Most of each kind. @default 40 */
  readonly first?: number;
  readonly signal?: AbortSignal;
}

/** One page of what is older than `before`; of the newest unless said. */
export async function readActivity(
  filter: ActivityFilter,
  before: ActivityCursor | undefined,
  { first = FIRST, signal }: PageOptions = {},
): Promise<NamedActivityPage> {
  const answer = await queryGraphql(ACTIVITY, activityVariables({ ...filter, before, first }), { signal });
  const page = mergeEntries(readEntries(answer).map((entries) => ({ entries, full: entries.length === first })));
  return { ...page, names: await fetchNames(addressesOf(page.entries), signal) };
}

function addressesOf(entries: readonly ActivityEntry[]): readonly Address[] {
  const named = entries.flatMap(({ actor, token, other, sharesOf }) => [actor, token, other, sharesOf]);
  return [...new Set(named.filter((address) => address !== undefined))];
}
