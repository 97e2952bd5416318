import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText, toCsv } from "./csv.ts";

/** Reads CSV after RFC 4180. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    match.lastIndex = at;
    const found = match.exec(csv);
    if (!found) throw new Error(`not CSV at ${at}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] !== ",") {
      rows.push(row);
      row = [];
    }
    at = match.lastIndex;
  }
  return rows;
}

describe("toCsv", () => {
  it("gives back what went in, whatever the texts hold", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\r\n", '","', "a\nb"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 8 }), (rows) => {
        expect(parse(toCsv(["a", "b"], rows))).toEqual([["a", "b"], ...rows]);
      }),
    );
  });
});

describe("csvText", () => {
  it.each(["=1+1", "+1", "-1", "@sum", "\tx", "\nx", "  =1", "\u00a0=1", "＝1+1", "＠sum"])(
    "keeps a spreadsheet from computing %j",
    (text) => {
      expect(csvText(text)).toBe(`'${text}`);
    },
  );

  it("leaves other texts alone", () => {
    expect(csvText("Ada = first")).toBe("Ada = first");
  });
});
