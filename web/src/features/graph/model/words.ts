const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A count in words up to twelve, in digits from there: "three people", "1 of 13". */
export function countWord(count: number): string {
  return SMALL[count] ?? count.toLocaleString("en");
}

/** Names in a sentence: "Ada", "Ada and Ben", "Ada, Ben and Cleo". */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "Ada’s", "James’". */
export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}
