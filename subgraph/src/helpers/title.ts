/** The first line of a proposal's description, without the signs that make it a heading in Markdown. */
export function titleOf(description: string): string {
  const end = description.indexOf("\n");
  const line = end < 0 ? description : description.slice(0, end);
  let start = 0;
  while (start < line.length && line.charAt(start) == "#") start++;
  return line.slice(start).trim();
}
