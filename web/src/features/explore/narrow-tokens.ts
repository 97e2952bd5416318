import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { foldText } from "../../lib/fold-text.ts";
import type { ONLIES } from "./search.ts";

/** How long a token counts as new, in seconds. */
const NEW_FOR = 30 * 86_400;

/** Which tokens to list. */
export interface Narrowing {
  readonly kind: TokenInfo["kind"];
  /** Text that the name, the symbol or the description has. */
  readonly find: string;
  readonly only: (typeof ONLIES)[number];
}

/** Tokens of one kind that fit what the reader asked for; “new” is seen from the snapshot's block. */
export function narrowTokens(snapshot: OwnershipSnapshot, { kind, find, only }: Narrowing): readonly TokenInfo[] {
  const wanted = foldText(find).trim();
  return [...snapshot.tokens.values()].filter((token) => {
    if (token.kind !== kind) return false;
    if (only === "gains" && token.totalIncome === 0n) return false;
    if (only === "new" && token.createdAt < snapshot.timestamp - NEW_FOR) return false;
    return wanted === "" || foldText(`${token.name} ${token.symbol} ${token.description ?? ""}`).includes(wanted);
  });
}
