const SPECIAL = /[\\\n\r\t]/g;
const HAS_SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Rows in the text format of PostgreSQL's `copy`: fields by tabs, one line a row, `\N` for null. */
export function formatCopyRows(rows: readonly (readonly (string | null)[])[]): string {
  let text = "";
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      const field = row[index] ?? null;
      if (index > 0) text += "\t";
      if (field === null) text += "\\N";
      else text += HAS_SPECIAL.test(field) ? field.replace(SPECIAL, (character) => ESCAPES[character] ?? "") : field;
    }
    text += "\n";
  }
  return text;
}
