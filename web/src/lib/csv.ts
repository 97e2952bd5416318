import { withoutIsolates } from "./isolate.ts";

/** What a spreadsheet takes for the beginning of a formula, in full width too, and behind spaces that it leaves out. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A text that strangers may have written, so that no spreadsheet takes it for a formula. */
export function csvText(text: string): string {
  const plain = withoutIsolates(text);
  return FORMULA.test(plain) ? `'${plain}` : plain;
}

/** A table as CSV after RFC 4180, the names of its columns first. Texts of strangers go through `csvText` before. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
