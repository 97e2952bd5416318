import { describe, expect, test } from "vitest";
import { countWord, listOf, possessive } from "./words.ts";

describe("words", () => {
  test("counts up to twelve are words", () => {
    expect([0, 1, 12, 13, 5000].map(countWord)).toEqual(["no", "one", "twelve", "13", "5,000"]);
  });

  test("lists read as sentences", () => {
    expect([[], ["Ada"], ["Ada", "Ben"], ["Ada", "Ben", "Cleo"]].map(listOf)).toEqual([
      "",
      "Ada",
      "Ada and Ben",
      "Ada, Ben and Cleo",
    ]);
  });

  test("names own things", () => {
    expect(["Ada", "James", "TRIO"].map(possessive)).toEqual(["Ada’s", "James’", "TRIO’s"]);
  });
});
