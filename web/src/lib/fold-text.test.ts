import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.ts";

const HAS_CASE_OR_ACCENT = /[A-Z\u00c0-\u00d6\u0391-\u03a9\u0410-\u042f]|[\u0300-\u036f]/;

describe("foldText", () => {
  it.each([
    ["Goran Ilić", "goran ilic"],
    ["ŁÓDŹ", "lodz"],
    ["Đorđe", "dorde"],
    ["Straße", "strasse"],
    ["Œuvre Ærø", "oeuvre aero"],
    ["İstanbul ışık", "istanbul isik"],
    ["Nguyễn", "nguyen"],
    ["ΆΝΝΑ ΣΤΆΣ", "αννα στασ"],
    ["Ёлка", "елка"],
    ["ＡＤＡ\u3000１", "ada 1"],
    ["A\u200dda\u202e", "ada"],
    ["東京 한글 नमस्ते", "東京 한글 नमस्ते"],
  ])("takes %s for %s", (text, folded) => expect(foldText(text)).toBe(folded));

  it("takes composed and decomposed letters for the same", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aÅéǅßçIıЙйΐΏẬő") });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text));
      }),
    );
  });

  it("leaves no case and no accent, and folded texts as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(text)).not.toMatch(HAS_CASE_OR_ACCENT);
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1000 },
    );
  });
});
