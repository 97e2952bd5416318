import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { networkSearchSchema } from "./search.ts";

const parse = (search: unknown) => v.parse(networkSearchSchema, search);

describe("networkSearchSchema", () => {
  it("reads the number of the terms that somebody is invited to", () => {
    expect(parse({ terms: 0 })).toEqual({ terms: 0 });
    expect(parse({ terms: 7, other: 1 })).toEqual({ terms: 7 });
  });

  it.each([{}, { terms: -1 }, { terms: 1.5 }, { terms: "one" }, { terms: 2 ** 40 }, { terms: null }])(
    "takes %j as no invitation",
    (search) => {
      expect(parse(search).terms).toBeUndefined();
    },
  );

  it("reads how the cloth and those whom members stood for are looked at, and takes anything else as nothing", () => {
    expect(parse({ cloth: "table", stood: "sponsors" })).toEqual({ cloth: "table", stood: "sponsors" });
    expect(parse({ cloth: "rug", stood: 1 })).toEqual({});
  });
});
