import fc from "fast-check";
import { getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { readAccount } from "./read-account.ts";

const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}` as const)
  .filter((hex) => !/^0x0*$/.test(hex));

describe("readAccount", () => {
  it("reads an address with and without a checksum, and with spaces around", () => {
    fc.assert(
      fc.property(address, (hex) => {
        expect(readAccount(hex)).toEqual({ ok: true, address: hex });
        expect(readAccount(` ${getAddress(hex)}\n`)).toEqual({ ok: true, address: hex });
      }),
    );
  });

  it("finds a mistyped digit by the checksum", () => {
    const right = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    expect(readAccount(right.replace("0xf39F", "0xf49F"))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/typing error/),
    });
  });

  it("says nothing of an empty field", () => {
    expect(readAccount("  ")).toEqual({ ok: false, reason: undefined });
  });

  it.each([
    ["Ada", /by name, or paste an address/],
    ["0x12", /0x and 40 digits/],
    [`0x${"0".repeat(40)}`, /zero address/],
  ])("refuses %s", (text, reason) => {
    expect(readAccount(text)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});
