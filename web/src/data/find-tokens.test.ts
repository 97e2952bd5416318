import { expect, test } from "vitest";
import { findTokens } from "./find-tokens.ts";
import { sampleAddress, sampleSnapshot } from "./testing/sample-snapshot.ts";

const ONE = 10n ** 18n;
const PEOPLE = ["Ada Okafor", "Adam Smith", "Goran Ilić", "Mada Lane", "Zoë Ada"] as const;
const snapshot = sampleSnapshot(
  [
    ...PEOPLE.map((name, index) => ({
      address: sampleAddress(index + 1),
      name,
      symbol: name.slice(0, 3).toUpperCase(),
      person: sampleAddress(index + 101),
    })),
    { address: sampleAddress(50), name: "Harbour Collective", symbol: "HARB" },
  ],
  PEOPLE.map((_, index) => ({ token: sampleAddress(index + 1), holder: sampleAddress(index + 101), balance: ONE })),
);

const found = (text: string): string[] => findTokens(snapshot.tokens.values(), text).map(({ name }) => name);

test("beginnings come before words, words before middles", () => {
  expect(found("ada")).toEqual(["Ada Okafor", "Adam Smith", "Zoë Ada", "Mada Lane"]);
});

test("accents and case don't matter", () => {
  expect(found("ILIC")).toEqual(["Goran Ilić"]);
  expect(found("zoe")).toEqual(["Zoë Ada"]);
});

test("symbols and networks are found", () => {
  expect(found("harb")).toEqual(["Harbour Collective"]);
});

test("a token and its person are found by address", () => {
  expect(found(sampleAddress(3))).toEqual(["Goran Ilić"]);
  expect(found(sampleAddress(103))).toEqual(["Goran Ilić"]);
});

test("nothing is found by nothing", () => {
  expect(found("  ")).toEqual([]);
  expect(found("nobody")).toEqual([]);
});
