import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { foldText } from "../lib/fold-text.ts";
import { useSettled } from "../lib/use-settled.ts";
import { findInIndexQueryOptions } from "./find-in-index.ts";
import { type FoundToken, findTokens } from "./find-tokens.ts";
import { ownershipQueryOptions } from "./ownership.ts";

/** A pause in typing after which the index is asked, in milliseconds. */
const PAUSE_MS = 200;

/** Answers to what was typed. */
export interface FoundTokens {
  /** Those that fit this very text, best first; while the index is asked, those of them that are known already. */
  readonly items: readonly FoundToken[];
  readonly state: "asking" | "answered" | "failed";
}

/**
 * Finds people and networks: in what the page has read of the graph, where it follows all of it, else by asking the index
 * after a pause in typing. It never makes a page read the graph.
 *
 * @param wanted Whether answers are looked at.
 */
export function useFindTokens(text: string, wanted = true): FoundTokens {
  const queryClient = useQueryClient();
  const { data: snapshot } = useQuery({ ...ownershipQueryOptions(), enabled: false });
  const follows = queryClient.getQueryCache().find(ownershipQueryOptions())?.isActive() === true;
  const known = follows ? snapshot?.tokens : undefined;
  const typed = foldText(text).trim();
  const settled = useSettled(typed, PAUSE_MS);
  const asks = wanted && known === undefined && settled !== "";
  const answer = useQuery({ ...findInIndexQueryOptions(settled), enabled: asks });
  const items = useMemo(
    () => (wanted ? findTokens(known?.values() ?? answer.data ?? [], typed) : []),
    [wanted, known, answer.data, typed],
  );
  if (known !== undefined || typed === "") return { items, state: "answered" };
  if (answer.isError) return { items: [], state: "failed" };
  const answered = settled === typed && answer.isSuccess && !answer.isPlaceholderData;
  return { items, state: answered ? "answered" : "asking" };
}

/** What to say where nothing was found. */
export function emptyWords(state: FoundTokens["state"], nobody: string): string {
  if (state === "failed") return "The index does not answer.";
  return state === "asking" ? "Asking the index …" : nobody;
}
