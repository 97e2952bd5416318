import { expect, test } from "vitest";
import { formatCopyRows } from "./copy-text.ts";

test("rows are lines, fields are divided by tabs, and null is not the text that stands for it", () => {
  expect(
    formatCopyRows([
      ["1", null],
      ["\\N", ""],
    ]),
  ).toBe("1\t\\N\n\\\\N\t\n");
});

test("what divides fields and rows is escaped", () => {
  expect(formatCopyRows([["a\tb\nc\rd\\e", "ä☃"]])).toBe("a\\tb\\nc\\rd\\\\e\tä☃\n");
});

test("no rows are no text", () => {
  expect(formatCopyRows([])).toBe("");
});
