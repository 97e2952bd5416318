import type { FoundToken } from "../../data/find-tokens.ts";
import { hasHiddenCharacters, mixedScripts } from "./odd-letters.ts";
import { lookAlikeKeys } from "./skeleton.ts";

/** Why a token could be taken for another, or for something that it is not. */
export type LookAlike =
  | { readonly kind: "hidden" }
  | { readonly kind: "mixed"; readonly scripts: readonly string[] }
  | {
      /** Whether the other token was there before, or came later and has more holders. */
      readonly kind: "older" | "larger";
      /** What both have alike. */
      readonly of: "name" | "symbol";
      /** Whether it is the same text, case apart; else it only looks the same. */
      readonly same: boolean;
      readonly other: FoundToken;
    };

/** Says of tokens whether they could be taken for others. */
export type LookAlikes = (token: FoundToken) => LookAlike | undefined;

type Text = "name" | "symbol";

/**
 * Compares tokens with all of `tokens`. Names and symbols are written by strangers, and nothing keeps two of them apart but
 * their addresses: the older one, or the one that more people hold, is the one that others will think of.
 */
export function lookAlikesOf(tokens: Iterable<FoundToken>): LookAlikes {
  const byKey = new Map<string, FoundToken[]>();
  for (const token of tokens) {
    for (const key of keysOf(token)) {
      const known = byKey.get(key);
      if (known) known.push(token);
      else byKey.set(key, [token]);
    }
  }
  return (token) => {
    const texts = [token.name, token.symbol];
    if (texts.some(hasHiddenCharacters)) return { kind: "hidden" };
    const scripts = texts.map(mixedScripts).find((found) => found !== undefined);
    const found = resembling(token, "name", byKey) ?? resembling(token, "symbol", byKey);
    // Whom it looks like says more than how it was done.
    return found ?? (scripts && { kind: "mixed", scripts });
  };
}

function keysOf(token: FoundToken): readonly string[] {
  return (["name", "symbol"] as const).flatMap((of) => lookAlikeKeys(token[of]).map((key) => `${of} ${key}`));
}

/** The oldest token that looks like this one and is older; else the largest that is larger. */
function resembling(
  token: FoundToken,
  of: Text,
  byKey: ReadonlyMap<string, readonly FoundToken[]>,
): LookAlike | undefined {
  const alike = lookAlikeKeys(token[of]).flatMap((key) => byKey.get(`${of} ${key}`) ?? []);
  const others = alike.filter(({ address }) => address !== token.address);
  const [oldest] = others
    .filter(({ createdAt }) => createdAt < token.createdAt)
    .sort((a, b) => a.createdAt - b.createdAt || b.holderCount - a.holderCount);
  const [largest] = others
    .filter(({ holderCount }) => holderCount > token.holderCount)
    .sort((a, b) => b.holderCount - a.holderCount || a.createdAt - b.createdAt);
  const other = oldest ?? largest;
  return other && { kind: oldest ? "older" : "larger", of, same: sameText(token[of], other[of]), other };
}

function sameText(a: string, b: string): boolean {
  return a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();
}

/** A look-alike in one line. */
export function lookAlikeWords(found: LookAlike): string {
  if (found.kind === "hidden") return "Its name has characters that can’t be seen";
  if (found.kind === "mixed") {
    return `Mixes letters of several scripts in one word: ${new Intl.ListFormat("en").format(found.scripts)}`;
  }
  const { kind, of, same } = found;
  const what = of === "name" ? "of this name" : "with this symbol";
  if (kind === "older") return same ? `Another token ${what} is older` : `An older token’s ${of} looks the same`;
  return same ? `Another token ${what} has more holders` : `A token with more holders has a ${of} that looks the same`;
}
