import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { portfolioSearchSchema } from "./search.ts";

describe("portfolioSearchSchema", () => {
  it("reads an account in any case", () => {
    const account = `0x${"aB".repeat(20)}`;
    expect(v.parse(portfolioSearchSchema, { account })).toEqual({ account: account.toLowerCase() });
  });

  it.each([{}, { account: "ada" }, { account: 5 }])("takes anything else as not said (%#)", (search) => {
    expect(v.parse(portfolioSearchSchema, search).account).toBeUndefined();
  });
});
