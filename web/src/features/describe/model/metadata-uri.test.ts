import fc from "fast-check";
import { expect, test } from "vitest";
import { type Metadata, MOST_URI_BYTES, metadataUri, metadataUriBytes, roomForImage } from "./metadata-uri.ts";

function read(uri: string): unknown {
  const [head, body = ""] = uri.split(",");
  expect(head).toBe("data:application/json;base64");
  return JSON.parse(Buffer.from(body, "base64").toString("utf8"));
}

test("the URI carries what was said, in any script", () => {
  const metadata = {
    name: "Zoë 李伟",
    description: 'I mend "boats" ⛵\nand nets.',
    image: "data:image/png;base64,AA==",
  };
  expect(read(metadataUri(metadata))).toEqual(metadata);
});

test("what was not said is left out", () => {
  expect(read(metadataUri({ name: "Kofi", description: "", image: "" }))).toEqual({ name: "Kofi" });
});

const metadata: fc.Arbitrary<Metadata> = fc.record({
  name: fc.string({ unit: "grapheme", maxLength: 20 }),
  description: fc.string({ unit: "grapheme", maxLength: 200 }),
  image: fc.constantFrom("", "data:image/png;base64,AAAA"),
});

test("its length is known before it is made", () => {
  fc.assert(
    fc.property(metadata, (some) => {
      expect(metadataUriBytes(some)).toBe(metadataUri(some).length);
    }),
  );
});

test("a picture fits exactly when there is room for it", () => {
  fc.assert(
    fc.property(metadata, ({ name, description }) => {
      const room = roomForImage({ name, description });
      const withPicture = (bytes: number) => metadataUriBytes({ name, description, image: "A".repeat(bytes) });
      expect(withPicture(room)).toBeLessThanOrEqual(MOST_URI_BYTES);
      expect(withPicture(room + 1)).toBeGreaterThan(MOST_URI_BYTES);
    }),
  );
});
