import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_NAME_BYTES, MOST_SYMBOL_BYTES, refuseLabel, tidyLabel } from "./label-rules.ts";

/** `TextRules._isRefused`, written as the contract has it. */
function contractRefuses(codePoint: number): boolean {
  if (codePoint < 0x20) return true;
  if (codePoint < 0x7f) return false;
  return (
    codePoint <= 0x9f ||
    [0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0xfeff].includes(codePoint) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xe0000 && codePoint <= 0xe007f)
  );
}

describe("refuseLabel", () => {
  it.each(["Kofi Mensah", "Zoë", "李伟", "👩‍🌾 Farm", "a".repeat(64), "ä".repeat(32)])("takes %s", (name) => {
    expect(refuseLabel(name, MOST_NAME_BYTES)).toBeUndefined();
  });

  it("counts bytes, not letters", () => {
    expect(refuseLabel("ä".repeat(33), MOST_NAME_BYTES)).toEqual({ error: "TextTooLong", values: [66n, 64n] });
    expect(refuseLabel("李".repeat(6), MOST_SYMBOL_BYTES)).toEqual({ error: "TextTooLong", values: [18n, 16n] });
  });

  it("asks for a text", () => {
    expect(refuseLabel("", MOST_NAME_BYTES)).toEqual({ error: "TextEmpty", values: [] });
  });

  it("says where a character that deceives stands, in bytes", () => {
    expect(refuseLabel("Zoë\u202eada", MOST_NAME_BYTES)).toEqual({
      error: "TextCharacterRefused",
      values: [4n, 0x202en],
    });
  });

  it("refuses half a character", () => {
    expect(refuseLabel("a\ud800", MOST_NAME_BYTES)).toEqual({ error: "TextNotUtf8", values: [0n] });
  });

  it("refuses exactly the characters that the contract refuses", () => {
    for (let codePoint = 0; codePoint <= 0xe00ff; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const refused = refuseLabel(String.fromCodePoint(codePoint), MOST_NAME_BYTES) !== undefined;
      if (refused !== contractRefuses(codePoint)) expect.fail(`U+${codePoint.toString(16)} is judged differently`);
    }
  });
});

describe("tidyLabel", () => {
  it("takes spaces away once and for all, and composes accents", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), (text) => {
        const tidy = tidyLabel(text);
        expect(tidyLabel(tidy)).toBe(tidy);
        expect(tidy.startsWith(" ") || tidy.endsWith(" ")).toBe(false);
      }),
    );
    expect(tidyLabel("  Zoe\u0308 ")).toBe("Zoë");
  });
});
