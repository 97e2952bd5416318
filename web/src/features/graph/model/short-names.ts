/** Longest name that a label shows, in characters; the panel shows the whole name. */
const MOST = 18;

/**
 * Names short enough to stand in the picture: the first word where it tells who is meant, the whole name where two
 * share that word, cut when it is too long.
 */
export function shortNames(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  for (const name of names.values()) {
    const first = firstWord(name);
    taken.set(first, (taken.get(first) ?? 0) + 1);
  }
  return new Map(
    Array.from(names, ([id, name]) => {
      const first = firstWord(name);
      return [id, clip(taken.get(first) === 1 ? first : name.trim())];
    }),
  );
}

function firstWord(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? "";
  // "The Harbour" and "A Guild" would be told by a word that says nothing.
  return /^(the|a|an)$/i.test(first) || first.length < 2 ? name.trim() : first;
}

function clip(name: string): string {
  const characters = [...name];
  return characters.length <= MOST
    ? name
    : `${characters
        .slice(0, MOST - 1)
        .join("")
        .trimEnd()}…`;
}
