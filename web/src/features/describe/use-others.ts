import { useQuery } from "@tanstack/react-query";
import type { NamedToken } from "../../data/names/names.ts";
import { tokensWithSymbolQueryOptions } from "../../data/names/tokens-with-symbol.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { useHeld } from "../token/use-held.ts";
import type { DescribeDraft } from "./model/read-description.ts";
import { suggestSymbol } from "./model/suggest-symbol.ts";

const NOBODY: readonly NamedToken[] = [];

/** Tokens whose symbol begins as a new one's may; `hold` keeps them, so that the new token is not one of them itself. */
export function useOthers({ name, symbol = "" }: DescribeDraft, hold: boolean): readonly NamedToken[] {
  const typed = useSettled(symbol.trim());
  const suggested = useSettled(suggestSymbol(name, new Set()));
  const { data = NOBODY } = useQuery(tokensWithSymbolQueryOptions([typed, suggested]));
  return useHeld(data, hold);
}
