import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundToken } from "../../data/find-tokens.ts";
import { sampleAddress } from "../../data/testing/sample-snapshot.ts";
import { lookAlikesOf, lookAlikeWords } from "./look-alikes.ts";
import { hasHiddenCharacters, mixedScripts } from "./odd-letters.ts";
import { lookAlikeKeys, skeleton } from "./skeleton.ts";

/** Pairs that the confusables of UTS #39 make look alike, or that differ in case, spaces, accents or style alone. */
const ALIKE: readonly (readonly [string, string])[] = [
  ["Ada Okafor", "\u0410da Okafor"], // Cyrillic А
  ["Ada Okafor", "\u0391da \u039fkafor"], // Greek Α and Ο
  ["copy", "\u0441\u043e\u0440\u0443"], // all Cyrillic
  ["Harbour", "Har\u0184our"],
  ["modern", "rnodern"],
  ["ADA", "\u{1d400}\u{1d403}\u{1d400}"], // mathematical bold
  ["ADA", "\uff21\uff24\uff21"], // full width
  ["LOOM", "L00M"],
  ["Ali", "AIi"], // an I for an l
  ["Zoë Ada", "Zoe Ada"],
  ["Trio", "TRIO"],
  ["Night School", "NightSchool"],
  ["Coast", "\u0421oast"],
  ["scope", "\u0455\u0441\u043e\u0440\u0435"], // all Cyrillic
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ["ALI", "ALL"],
  ["Ada", "Adam"],
  ["Ben", "Bea"],
  ["Роса", "Нора"],
  ["कि", "कु"],
];

const alike = (a: string, b: string) => lookAlikeKeys(a).some((key) => lookAlikeKeys(b).includes(key));

describe("lookAlikeKeys", () => {
  it.each(ALIKE)("takes %s for %s", (a, b) => expect(alike(a, b)).toBe(true));
  it.each(DIFFERENT)("tells %s from %s", (a, b) => expect(alike(a, b)).toBe(false));

  it("takes a text for itself with anything in between that can't be seen", () => {
    const hidden = fc.constantFrom("\u200b", "\u2060", "\u00ad", "\u034f", "\ufe0f", "\u{e0041}");
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), hidden, (text, at, mark) => {
        const cut = at % (text.length + 1);
        expect(skeleton(text.slice(0, cut) + mark + text.slice(cut))).toBe(skeleton(text));
      }),
    );
  });

  it("has the same skeleton for a skeleton", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abIl01mrn\u0430\u0440\u0391\u{1d400}é") }), (text) => {
        expect(skeleton(skeleton(text))).toBe(skeleton(text));
      }),
    );
  });
});

describe("mixedScripts", () => {
  it.each([
    ["\u0410da", ["Cyrillic", "Latin"]],
    ["Trio \u039fkafor", ["Greek", "Latin"]],
  ])("sees %s", (text, scripts) => expect(mixedScripts(text)).toEqual(scripts));

  it.each(["Ada Okafor", "Анна Smith", "東京タワー", "Café東京", "Tomás", "김Kim", "नमस्ते", "🧵 Weft"])(
    "lets %s be",
    (text) => expect(mixedScripts(text)).toBeUndefined(),
  );
});

describe("hasHiddenCharacters", () => {
  it.each(["A\u200bda", "Ada\u2060", "A\u00adda", "Ada\u3164", "Ada\u2800", "A\u202eda", "Ada\u200d"])(
    "sees %j",
    (text) => expect(hasHiddenCharacters(text)).toBe(true),
  );

  it.each(["Ada", "👩‍🌾 Field", "❤️", "می‌خواهم", "क्‍ष"])("lets %s be", (text) =>
    expect(hasHiddenCharacters(text)).toBe(false),
  );
});

describe("lookAlikesOf", () => {
  const token = (number: number, change: Partial<FoundToken> = {}): FoundToken => ({
    ...{ address: sampleAddress(number), kind: "person", name: "Ada Okafor", symbol: `T${number}` },
    ...{ createdAt: number, holderCount: 1, ...change },
  });
  const words = (of: FoundToken, ...others: readonly FoundToken[]) => {
    const found = lookAlikesOf([of, ...others])(of);
    return found && lookAlikeWords(found);
  };

  it("warns of the later one, not of the first", () => {
    const [first, second] = [token(1), token(2)];
    expect(words(second, first)).toBe("Another token of this name is older");
    expect(words(first, second)).toBeUndefined();
  });

  it("names the oldest that looks the same", () => {
    const fake = token(9, { name: "\u0410da Okafor" });
    const found = lookAlikesOf([token(5), token(3), fake])(fake);
    expect(found).toMatchObject({ kind: "older", same: false, other: { address: sampleAddress(3) } });
    expect(found && lookAlikeWords(found)).toBe("An older token’s name looks the same");
  });

  it("says that a later one has more holders", () => {
    expect(words(token(1), token(2, { holderCount: 9 }))).toBe("Another token of this name has more holders");
  });

  it("looks at symbols where names differ", () => {
    const [first, second] = [token(1, { symbol: "LOOM" }), token(2, { name: "Other", symbol: "L\u041e\u041eM" })];
    expect(words(second, first)).toBe("An older token’s symbol looks the same");
  });

  it("warns of odd letters without another token", () => {
    expect(words(token(1, { name: "\u0410da" }))).toBe(
      "Mixes letters of several scripts in one word: Cyrillic and Latin",
    );
    expect(words(token(1, { symbol: "A\u200bDA" }))).toBe("Its name has characters that can’t be seen");
  });
});
