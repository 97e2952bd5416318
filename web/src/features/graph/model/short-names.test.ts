import { describe, expect, test } from "vitest";
import { shortNames } from "./short-names.ts";

const short = (...names: string[]) => [...shortNames(new Map(names.map((name, i) => [String(i), name]))).values()];

describe("shortNames", () => {
  test("the first word tells who is meant", () => {
    expect(short("Ada Okafor", "Harbour Collective", "TRIO")).toEqual(["Ada", "Harbour", "TRIO"]);
  });

  test("whole names where two share their first word", () => {
    expect(short("Ada Okafor", "Ada Byron", "Ben Ito")).toEqual(["Ada Okafor", "Ada Byron", "Ben"]);
  });

  test("a word that says nothing is not enough", () => {
    expect(short("The Loom", "A Guild")).toEqual(["The Loom", "A Guild"]);
  });

  test("long names are cut by characters, not by halves of them", () => {
    expect(short("Wolfeschlegelsteinhausen")).toEqual(["Wolfeschlegelstei…"]);
    expect(short("🧵".repeat(30))).toEqual([`${"🧵".repeat(17)}…`]);
  });

  test("a name of nothing stays nothing", () => {
    expect(short("  ")).toEqual([""]);
  });
});
