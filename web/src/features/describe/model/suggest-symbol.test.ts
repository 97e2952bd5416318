import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_SYMBOL_BYTES, refuseLabel } from "./label-rules.ts";
import { suggestSymbol } from "./suggest-symbol.ts";

const nobody: ReadonlySet<string> = new Set();

test.each([
  ["Kofi Mensah", "KOFI"],
  ["Leilani Kahale", "LEILA"],
  ["Li Wei", "LIWEI"],
  ["Zoë", "ZOE"],
  ["Field & Seed", "FIELD"],
  ["李伟", "李伟"],
  ["  ", ""],
  ["& …", ""],
])("%s becomes %s", (name, symbol) => {
  expect(suggestSymbol(name, nobody)).toBe(symbol);
});

test("a symbol that somebody has gets a letter of the next word", () => {
  expect(suggestSymbol("Ada Okafor", new Set(["ADA"]))).toBe("ADAO");
  expect(suggestSymbol("Ada Okafor", new Set(["ADA", "ADAO"]))).toBe("ADAOK");
  expect(suggestSymbol("Ada", new Set(["ADA"]))).toBe("ADA");
});

test("whatever the name, the contracts take the suggestion", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (name) => {
      const symbol = suggestSymbol(name, nobody);
      if (symbol !== "") expect(refuseLabel(symbol, MOST_SYMBOL_BYTES)).toBeUndefined();
    }),
  );
});
