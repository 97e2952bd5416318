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

  test("reads time, focus, filters and the table's page", () => {
    const network = `0x${"Cd".repeat(20)}`;
    const told = { block: 60, way: "owners", networks: [network, network], least: 5, hide: ["wallet"], rows: "direct" };
    expect(parse({ ...told, page: 3 })).toEqual({
      ...told,
      networks: [network.toLowerCase()],
      page: 3,
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
    { block: -1 },
    { block: "60" },
    { way: "up" },
    { networks: [] },
    { networks: ["0x12"] },
    { networks: "0x12" },
    { least: 7 },
    { hide: ["person"] },
    { rows: "all" },
    { page: 1 },
  ])("what can't be read counts as not said: %o", (search) => {
    expect(Object.values(parse(search)).every((value) => value === undefined)).toBe(true);
  });
});
