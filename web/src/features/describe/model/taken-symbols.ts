import type { NamedToken } from "../../../data/names/names.ts";
import { withoutIsolates } from "../../../lib/isolate.ts";

/** Symbols that tokens have already, in capital letters. */
export function takenSymbols(tokens: Iterable<NamedToken>): ReadonlySet<string> {
  return new Set(Array.from(tokens, ({ symbol }) => withoutIsolates(symbol).toUpperCase()));
}

/** A token that people could take for the new one, because it has the same symbol. */
export function namesake(tokens: Iterable<NamedToken>, symbol: string): NamedToken | undefined {
  const wanted = symbol.toUpperCase();
  return wanted === "" ? undefined : [...tokens].find(({ symbol }) => withoutIsolates(symbol).toUpperCase() === wanted);
}
