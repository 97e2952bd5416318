import { expect, it } from "vitest";
import { parsePrune } from "./parse-prune.ts";
import { yamlNode } from "./yaml-node.ts";

const hints = (prune: string | null) => yamlNode("indexerHints", { prune });

it("reads how much history is to be kept", () => {
  expect(parsePrune(yamlNode("indexerHints", null))).toBeNull();
  expect(parsePrune(hints(null))).toBeNull();
  expect(parsePrune(hints("auto"))).toBe("auto");
  expect(parsePrune(hints("never"))).toBe("never");
  expect(parsePrune(hints("1000"))).toBe(1000);
});

it.each(["full", "-1", "0", "1.5", "2147483648", "Auto"])("refuses %s", (text) => {
  expect(() => parsePrune(hints(text))).toThrow(
    `indexerHints.prune: "${text}" must be auto, never or a number of blocks from 1 to 2147483647.`,
  );
});
