/** Changes, as a part of a name's length, up to which another name is taken for a misspelling. */
const TOLERANCE = 0.4;
/** Changes that are always tolerated: two neighbouring letters are easily swapped. */
const LEAST = 2;

/** Letters to insert, remove or replace to get from one text to another. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** The known name that was probably meant; null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, changes: distance(name.toLowerCase().replaceAll("_", "-"), candidate) }))
    .sort((left, right) => left.changes - right.changes);
  const [best] = ranked;
  return best !== undefined && best.changes <= Math.max(LEAST, TOLERANCE * best.candidate.length)
    ? best.candidate
    : null;
}

/** ` Did you mean x?` with a space before it, or nothing. */
export function suggestion(name: string, known: readonly string[], prefix = ""): string {
  const nearest = nearestName(name, known);
  return nearest === null ? "" : ` Did you mean ${prefix}${nearest}?`;
}
