import { expect, test } from "vitest";
import { shortAddress, toAddress } from "./address.ts";

test("addresses are in lower case, whatever they came in", () => {
  expect(toAddress("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266")).toBe("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  expect(toAddress("0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266")).toBe("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
});

test.each(["", "0x", "ada", "0x1234", "f39fd6e51aad88f6f4ce6ab8827279cfffb92266", `0x${"g".repeat(40)}`])(
  "%s is no address",
  (text) => {
    expect(toAddress(text)).toBeUndefined();
  },
);

test("a short address keeps both ends", () => {
  expect(shortAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266")).toBe("0xf39f…2266");
});
