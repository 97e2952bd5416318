import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { exploreSearchSchema } from "../explore/search.ts";
import { networkSearchSchema } from "../network/search.ts";
import { personSearchSchema } from "../person/search.ts";

describe.each([
  ["Explore", exploreSearchSchema],
  ["a network", networkSearchSchema],
  ["a person", personSearchSchema],
])("a link to %s", (_, schema) => {
  it("keeps how the chart of money looks", () => {
    const search = { money: "payments", range: "quarter", shape: "growing", figures: "table" };
    expect(v.parse(schema, search)).toEqual(search);
  });

  it("opens the chart as ever where it says something else", () => {
    expect(v.parse(schema, { money: "gold", range: 7, shape: null, figures: true })).toEqual({});
  });
});
