import { describe, expect, it } from "vitest";
import { draftOf, readDescribe } from "./read-describe.ts";

const now = { description: "Lamps.", image: "ipfs://bafy/face", links: ["https://example.org/a", "ipfs://bafy/b"] };
const read = (change: Partial<ReturnType<typeof draftOf>>) => readDescribe("Ada", now, { ...draftOf(now), ...change });
const written = (uri: string | undefined) =>
  JSON.parse(Buffer.from((uri ?? "").split(",")[1] ?? "", "base64").toString("utf8"));

describe("readDescribe", () => {
  it("keeps what was not changed, a picture kept elsewhere included", () => {
    const { contractUri, obstacle } = read({ about: " Better lamps. " });
    expect(obstacle).toBeUndefined();
    expect(written(contractUri)).toEqual({
      name: "Ada",
      description: "Better lamps.",
      image: "ipfs://bafy/face",
      external_link: "https://example.org/a",
      links: ["https://example.org/a", "ipfs://bafy/b"],
    });
  });

  it("sets nothing while nothing is changed", () => {
    expect(read({})).toMatchObject({ contractUri: undefined, obstacle: "Change something first." });
  });

  it("can take all of it away", () => {
    expect(written(read({ about: "", image: "", links: "" }).contractUri)).toEqual({ name: "Ada" });
  });

  it("refuses a link that is none, and words that are too long", () => {
    expect(read({ links: "javascript:alert(1)" })).toMatchObject({
      contractUri: undefined,
      problems: { links: expect.stringMatching(/is no link/) },
    });
    expect(read({ about: "ü".repeat(4_000) })).toMatchObject({
      contractUri: undefined,
      problems: { about: expect.stringMatching(/^A text is too long/) },
    });
  });
});
