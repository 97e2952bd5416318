import { expect, test } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { graphView } from "../model/graph-view.ts";
import { visiblePart } from "../model/neighbourhood.ts";
import { tableRows } from "../model/table-rows.ts";
import { csvOf } from "./csv.ts";
import { fileName } from "./file-name.ts";

const MOMENT = { block: 198, timestamp: 1_795_675_078 };

/** Reads CSV after RFC 4180. */
function read(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, cell = "", end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}

test("has every fact of the table with its block and time, exact to the wei", () => {
  const snapshot = trioSnapshot();
  const view = graphView(snapshot);
  const rows = tableRows(snapshot, view, visiblePart(view, { selected: undefined }));
  const [header, ...lines] = read(csvOf(rows, MOMENT));
  expect(header?.join()).toBe(
    "token,token_address,holder,holder_address,shares_wei,direct_share,share_in_the_end,block,block_time",
  );
  expect(lines).toHaveLength(rows.length);
  const ada = lines.find((line) => line[1] === tokens.ada && line[3] === wallets.ada);
  expect(ada?.slice(4, 6)).toEqual([String(800_000n * ONE), "0.8"]);
  expect(Number(ada?.[6])).toBeCloseTo(0.871, 3);
  expect(ada?.slice(7)).toEqual(["198", "2026-11-26T06:37:58.000Z"]);
  expect(lines.find((line) => line[1] === tokens.ada && line[3] === tokens.trio)?.[6], "passes on").toBe("");
});

test("names of strangers are neither formulas nor more cells", () => {
  const row = { token: tokens.ada, tokenName: '=HYPERLINK("http://x")', holder: "0x1", node: undefined, balance: 1n };
  const text = csvOf([{ ...row, name: 'Ann, "the\r\nnet"', directly: 1, inTheEnd: 1 }], MOMENT);
  const [, line] = read(text);
  expect(line?.[0]).toBe(`'=HYPERLINK("http://x")`);
  expect(line?.[2]).toBe('Ann, "the\r\nnet"');
  expect(line).toHaveLength(9);
});

test("a file says of which block it is", () => {
  expect(fileName("graph", 198, "csv")).toBe("weft-graph-block-198.csv");
});
