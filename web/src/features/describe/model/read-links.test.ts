import { describe, expect, it } from "vitest";
import { readLinks } from "./read-links.ts";

describe("readLinks", () => {
  it("reads one a line, each once, and completes those of the web", () => {
    expect(
      readLinks("https://example.org/ada\n\nexample.org/blog\n ipfs://bafy/ada \nhttps://example.org/ada"),
    ).toEqual({
      ok: true,
      links: ["https://example.org/ada", "https://example.org/blog", "ipfs://bafy/ada"],
    });
    expect(readLinks("  ")).toEqual({ ok: true, links: [] });
  });

  it.each(["javascript:alert(1)", "http://example.org", "https://ada@example.org", "data:text/html,x", "localhost"])(
    "refuses %s",
    (link) => {
      expect(readLinks(link)).toMatchObject({ ok: false, reason: expect.stringContaining(link) });
    },
  );

  it("refuses too many and too long ones", () => {
    const many = Array.from({ length: 17 }, (_, index) => `https://example.org/${index}`).join("\n");
    expect(readLinks(many)).toEqual({ ok: false, reason: "16 links are shown at most." });
    expect(readLinks(`https://example.org/${"a".repeat(2_048)}`)).toMatchObject({ ok: false });
  });
});
