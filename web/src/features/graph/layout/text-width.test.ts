import { describe, expect, test } from "vitest";
import { textWidth } from "./text-width.ts";

describe("textWidth", () => {
  test("grows with the text and with the type", () => {
    expect(textWidth("", 14)).toBe(0);
    expect(textWidth("Ada Okafor", 14)).toBeGreaterThan(textWidth("Ada", 14));
    expect(textWidth("Ada", 28)).toBeCloseTo(2 * textWidth("Ada", 14), 9);
  });

  test("every character of a mono type is as wide", () => {
    expect(textWidth("iii", 10, true)).toBe(textWidth("mmm", 10, true));
  });

  test("wide scripts take their room", () => {
    expect(textWidth("織", 14)).toBeGreaterThan(14);
  });
});
