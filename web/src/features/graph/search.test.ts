import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { graphSearchSchema } from "./search.ts";

const parse = (search: unknown) => v.parse(graphSearchSchema, search);

describe("graphSearchSchema", () => {
  test("reads the whole state", () => {
    const node = `0x${"aB".repeat(20)}`;
    expect(parse({ node, gain: "90", step: 2, view: "table", depth: 1, sort: "-end" })).toEqual({
      node: node.toLowerCase(),
      gain: 90,
      step: 2,
      view: "table",
      depth: 1,
      sort: "-end",
    });
  });

  test("a gain is a number where that says the same, else the text itself", () => {
    expect(parse({ gain: 90 }).gain).toBe(90);
    expect(parse({ gain: "0.412" }).gain).toBe(0.412);
    expect(parse({ gain: "0.123456789012345678" }).gain).toBe("0.123456789012345678");
    expect(parse({ gain: "1000000000000000000000000" }).gain).toBe("1000000000000000000000000");
  });

  test.each([
    { node: "0x12" },
    { node: 7 },
    { gain: "-1" },
    { gain: "1e21" },
    { gain: 1e21 },
    { gain: "1,5" },
    { step: 0 },
    { step: 1.5 },
    { depth: 99 },
    { view: "cloth" },
    { sort: "name" },
  ])("what can't be read counts as not said: %o", (search) => {
    expect(Object.values(parse(search)).every((value) => value === undefined)).toBe(true);
  });
});
