import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Length, toBase64 } from "./base64.ts";

test("bytes come back, and the length is known beforehand", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase64(bytes);
      expect(Uint8Array.from(Buffer.from(text, "base64"))).toEqual(bytes);
      expect(text.length).toBe(base64Length(bytes.length));
    }),
  );
});
