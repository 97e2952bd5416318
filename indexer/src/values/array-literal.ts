import { ValueError } from "./value-error.ts";

/** One-dimensional PostgreSQL array text, such as `{"a","b",NULL}`. */
export function formatArrayLiteral(elements: readonly (string | null)[]): string {
  let text = "{";
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (index > 0) text += ",";
    text += element === null || element === undefined ? "NULL" : quote(element);
  }
  return `${text}}`;
}

/** Reads one-dimensional PostgreSQL array text; throws `ValueError` on anything else. */
export function parseArrayLiteral(text: string): (string | null)[] {
  if (!text.startsWith("{") || !text.endsWith("}")) throw new ValueError(`\`${text}\` is not a one-dimensional array`);
  const elements: (string | null)[] = [];
  let position = 1;
  while (position < text.length - 1) {
    const [element, next] = text[position] === '"' ? readQuoted(text, position + 1) : readBare(text, position);
    elements.push(element);
    position = next + 1;
  }
  return elements;
}

function quote(element: string): string {
  // As bytes are written: most of what needs more than quotes.
  if (element.lastIndexOf("\\") === 0 && !element.includes('"')) return `"\\${element}"`;
  return /["\\]/.test(element) ? `"${element.replaceAll(/["\\]/g, "\\$&")}"` : `"${element}"`;
}

/** Reads from behind an opening quote; returns the element and the position behind the closing one. */
function readQuoted(text: string, start: number): [string, number] {
  let element = "";
  let position = start;
  while (text[position] !== '"') {
    if (text[position] === "\\") position += 1;
    element += text[position];
    position += 1;
  }
  return [element, position + 1];
}

function readBare(text: string, start: number): [string | null, number] {
  const comma = text.indexOf(",", start);
  const end = comma === -1 ? text.length - 1 : comma;
  const element = text.slice(start, end);
  return [element === "NULL" ? null : element, end];
}
