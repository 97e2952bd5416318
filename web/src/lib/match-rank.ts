import { foldText } from "./fold-text.ts";

/** What a search can find something by. */
export interface Findable {
  readonly name: string;
  readonly symbol?: string | undefined;
  /** In lower case. */
  readonly addresses: readonly (string | undefined)[];
}

/**
 * How well something fits a search, best 0: all of a name, symbol or address, then beginnings, words' beginnings and middles;
 * undefined where it does not. Of an address only the beginning is looked at.
 *
 * @param wanted By `foldText`, trimmed, not empty.
 */
export function matchRank({ name, symbol = "", addresses }: Findable, wanted: string): number | undefined {
  const [plainName, plainSymbol] = [foldText(name), foldText(symbol)];
  if (plainName === wanted || plainSymbol === wanted || addresses.includes(wanted)) return 0;
  if (plainName.startsWith(wanted) || plainSymbol.startsWith(wanted)) return 1;
  if (wanted.startsWith("0x") && addresses.some((address) => address?.startsWith(wanted))) return 1;
  if (plainName.split(/\s+/).some((word) => word.startsWith(wanted))) return 2;
  return plainName.includes(wanted) ? 3 : undefined;
}
