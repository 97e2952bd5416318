import { expect, it } from "vitest";
import { historyBlocks } from "./history-blocks.ts";

it.each([
  [null, undefined, null],
  ["never", undefined, null],
  ["auto", undefined, 500],
  [251, undefined, 251],
  ["never", 300, 300],
  [300, null, null],
] as const)("keeps what manifest %s and option %s ask for: %s", (hint, override, expected) => {
  expect(historyBlocks(hint, override, 250)).toBe(expected);
});

it("refuses less than reorganisations may need", () => {
  expect(() => historyBlocks(250, undefined, 250)).toThrow(
    "The manifest's indexerHints.prune is 250, but must be more than the 250 blocks that a reorganisation may undo",
  );
  expect(() => historyBlocks("auto", 0, 250)).toThrow("historyBlocks is 0");
  expect(() => historyBlocks("auto", 300.5, 250)).toThrow("historyBlocks is 300.5");
});
