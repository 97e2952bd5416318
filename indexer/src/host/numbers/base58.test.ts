import { expect, test } from "vitest";
import { hexToBytes } from "../../values/bytes.ts";
import { toBase58 } from "./base58.ts";

test("an IPFS hash", () => {
  const bytes = hexToBytes("12207D5A99F603F231D53A4F39D1521F98D2E8BB279CF29BEBFD0687DC98458E7F89");
  expect(toBase58(bytes)).toBe("QmWmyoMoctfbAaiEs2G46gpeUmhqFRDW6KWo64y5r581Vz");
});

test("leading zeros become ones", () => {
  expect(toBase58(new Uint8Array([0, 0, 1]))).toBe("112");
  expect(toBase58(new Uint8Array(0))).toBe("");
});
