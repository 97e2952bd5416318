import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "./csv.ts";
import { firstWord, isolate, withoutIsolates } from "./isolate.ts";
import { safeText } from "./safe-text.ts";

const mixed = fc.string({ unit: fc.constantFrom(..."aA 1(.שלםعر١\u2066\u2067\u2068\u2069\u202e") });

/** Whether every isolate that a text begins ends in it, and nothing else changes direction. */
function isClosed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "\u2068") depth++;
    if (character === "\u2069") depth--;
    if (depth < 0 || /[\u202a-\u202e\u2066\u2067]/.test(character)) return false;
  }
  return depth === 0;
}

describe("isolate", () => {
  it.each(["محمد", "נועה Levi", "Ada ١٢", "𞤀𞤣𞤤𞤢𞤥"])("keeps %s to itself", (name) => {
    expect(isolate(name)).toBe(`\u2068${name}\u2069`);
    expect(withoutIsolates(isolate(name))).toBe(name);
  });

  it.each(["Ada Okafor", "Goran Ilić", "李小龙", "👩🏽‍🌾", ""])("leaves %s as it is", (name) =>
    expect(isolate(name)).toBe(name),
  );

  it("closes what it opens, once, whatever strangers write and wherever it is cut", () => {
    fc.assert(
      fc.property(mixed, fc.nat(12), (text, longest) => {
        const shown = safeText(text, longest + 1);
        expect(isClosed(shown)).toBe(true);
        expect(safeText(shown, longest + 1)).toBe(shown);
        expect(isClosed(firstWord(shown))).toBe(true);
      }),
    );
  });
});

it("leaves no mark in files", () => {
  expect(csvText(safeText("محمد"))).toBe("محمد");
});
