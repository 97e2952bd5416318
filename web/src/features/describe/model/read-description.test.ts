import { describe, expect, it } from "vitest";
import { MOST_URI_BYTES } from "./metadata-uri.ts";
import { EMPTY_DESCRIPTION, readDescription } from "./read-description.ts";

const nobody: ReadonlySet<string> = new Set();
const kofi = { ...EMPTY_DESCRIPTION, name: " Kofi Mensah ", about: "Ferryman." };

describe("readDescription", () => {
  it("makes what is sent, with a symbol suggested from the name", () => {
    const { name, symbol, contractUri, obstacle } = readDescription(kofi, nobody);
    expect({ name, symbol, obstacle }).toEqual({ name: "Kofi Mensah", symbol: "KOFI", obstacle: undefined });
    const json = Buffer.from(contractUri.split(",")[1] ?? "", "base64").toString("utf8");
    expect(JSON.parse(json)).toEqual({ name: "Kofi Mensah", description: "Ferryman." });
  });

  it("takes a symbol of one's own, and an emptied one is missing", () => {
    expect(readDescription({ ...kofi, symbol: " FERRY" }, nobody).symbol).toBe("FERRY");
    expect(readDescription({ ...kofi, symbol: "" }, nobody).obstacle).toBe("Enter a symbol.");
  });

  it("asks for a name first, and says nothing under the empty field", () => {
    const { obstacle, problems } = readDescription(EMPTY_DESCRIPTION, nobody);
    expect(obstacle).toBe("Enter a name.");
    expect(problems).toEqual({});
  });

  it("says of a name that is too long how long it is, in the words of the contract's error", () => {
    const { obstacle, problems, contractUri } = readDescription({ ...kofi, name: "a".repeat(65) }, nobody);
    expect(problems.name).toContain("It has 65 bytes, at most 64 fit.");
    expect(obstacle).toBe(problems.name);
    expect(contractUri).toBe("");
  });

  it("never makes metadata that the contract refuses", () => {
    const words = (length: number) => readDescription({ ...kofi, about: "a".repeat(length) }, nobody);
    expect(words(6_000).contractUri.length).toBeLessThanOrEqual(MOST_URI_BYTES);
    expect(words(6_000).obstacle).toBeUndefined();
    expect(words(6_200).problems.about).toContain(`at most ${MOST_URI_BYTES} fit`);
  });
});
