import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { askOwnership, type OwnershipQuestion } from "./ask-ownership.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";

/** How long an answer is kept that nobody looks at any more, in milliseconds: by then the next block has another. */
const KEPT_MS = 10_000;

const numbers = new WeakMap<OwnershipSnapshot, number>();
let lastNumber = 0;

/** A number for each snapshot: two of one block can differ, where a chain was reorganised. */
function numberOf(snapshot: OwnershipSnapshot): number {
  const known = numbers.get(snapshot);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(snapshot, lastNumber);
  return lastNumber;
}

/** What is asked about a snapshot. */
export interface OwnershipAsked<Answer> {
  readonly snapshot: OwnershipSnapshot;
  /** All that the question depends on beside the snapshot; amounts as text. */
  readonly key: readonly (string | number)[];
  readonly question: OwnershipQuestion<Answer>;
}

/** The query of what the worker answers. It stops where nobody waits any more: with other inputs, and with the page. */
export function ownershipAnswerOptions<Answer>({ snapshot, key, question }: OwnershipAsked<Answer>) {
  return queryOptions({
    queryKey: ["ownership-answer", numberOf(snapshot), ...key],
    queryFn: ({ signal }) => askOwnership(snapshot, question, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    structuralSharing: false,
  });
}

/**
 * What the worker answers. While it works on other inputs, the answer before stays as `data`, and `isPlaceholderData` says
 * that it is not the one asked for.
 */
export function useOwnershipAnswer<Answer>(asked: OwnershipAsked<Answer>, enabled = true): UseQueryResult<Answer> {
  return useQuery({
    ...ownershipAnswerOptions(asked),
    enabled,
    placeholderData: keepPreviousData,
  });
}
