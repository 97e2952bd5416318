import { describe, expect, it } from "vitest";
import { readProjectId } from "./wallet-connect.ts";

const ID = "0123456789abcdef0123456789abcdef";

describe("readProjectId", () => {
  it("takes an id of 32 hexadecimal digits", () => {
    expect(readProjectId(ID)).toBe(ID);
    expect(readProjectId(` ${ID}\n`)).toBe(ID);
  });

  it.each([undefined, "", "  "])("takes %j for none", (value) => expect(readProjectId(value)).toBeUndefined());

  it.each(["YOUR_PROJECT_ID", ID.slice(1), `${ID}0`, ID.toUpperCase(), "g".repeat(32)])("refuses %s", (value) => {
    expect(() => readProjectId(value)).toThrow(`VITE_WALLETCONNECT_PROJECT_ID is “${value}”, which is no project id`);
  });
});
