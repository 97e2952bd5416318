import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_NAME_BYTES, MOST_SYMBOL_BYTES, refuseLabel, tidyLabel } from "./label-rules.ts";

const JOINERS = [0x200c, 0x200d, 0xfe0e, 0xfe0f];

/** What leaves no mark where it stands, by Unicode's own properties. */
const NO_MARK = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/u;
/** Refused beside those: annotations, and the sign for something that is not text. */
const NOT_TEXT = /[\ufff9-\ufffc]/u;

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

  it("refuses what leaves no mark, and nothing else", { timeout: 30_000 }, () => {
    for (let codePoint = 0; codePoint <= 0xe10ff; codePoint += 1) {
      const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
      if (surrogate || codePoint === 0x20 || JOINERS.includes(codePoint)) continue;
      const character = String.fromCodePoint(codePoint);
      const refused = refuseLabel(`é${character}é`, MOST_NAME_BYTES) !== undefined;
      if (refused !== (NO_MARK.test(character) || NOT_TEXT.test(character))) {
        expect.fail(`U+${codePoint.toString(16)} is judged differently`);
      }
    }
  });

  it("takes joiners only behind what they can join", () => {
    for (const joiner of JOINERS.map((codePoint) => String.fromCodePoint(codePoint))) {
      expect(refuseLabel(`é${joiner}é`, MOST_NAME_BYTES)).toBeUndefined();
      expect(refuseLabel(`A${joiner}da`, MOST_NAME_BYTES)).toMatchObject({ error: "TextCharacterRefused" });
      expect(refuseLabel(joiner, MOST_NAME_BYTES)).toMatchObject({ error: "TextCharacterRefused" });
    }
  });

  it.each([" Ada", "Ada ", "Ada  Okafor", " "])("refuses spaces that can't be seen: %j", (name) => {
    expect(refuseLabel(name, MOST_NAME_BYTES)).toMatchObject({ error: "TextCharacterRefused" });
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
