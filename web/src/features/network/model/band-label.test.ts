import { describe, expect, it } from "vitest";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { fitLabel, holderLabel, labelShare, labelsFit, memberLabel, textWidth } from "./band-label.ts";

const cleo = { full: "Cleo Marchetti’s treasury", forms: ["Cleo’s treasury", "CLEO"] as const };

describe("fitLabel", () => {
  it("takes the longest form where there is room", () => {
    expect(fitLabel(cleo, 13, 150)).toBe("Cleo’s treasury");
  });

  it("falls back to a shorter form", () => {
    expect(fitLabel(cleo, 11, 40)).toBe("CLEO");
  });

  it("cuts what does not fit at all, and keeps a letter", () => {
    expect(fitLabel(cleo, 11, 22)).toBe("CL…");
    expect(fitLabel(cleo, 11, 0)).toBe("C…");
  });
});

describe("labelsFit", () => {
  it("asks for room over every band", () => {
    expect(labelsFit([cleo, cleo], [40, 40], 11)).toBe(true);
    expect(labelsFit([cleo, cleo], [40, 12], 11)).toBe(false);
    expect(labelsFit([cleo, cleo], [40], 11)).toBe(false);
  });
});

describe("textWidth", () => {
  it("grows with the text and its size, and takes capitals for wide", () => {
    expect(textWidth("CLEO", 11)).toBeGreaterThan(textWidth("cleo", 11));
    expect(textWidth("cleo", 13)).toBeGreaterThan(textWidth("cleo", 11));
  });
});

describe("labels", () => {
  it("call a member by first name or symbol", () => {
    expect(memberLabel({ name: "Ada Okafor", symbol: "ADA" }).forms).toEqual(["Ada", "ADA"]);
  });

  it("tell a person from the treasury of the person's token", () => {
    const snapshot = trioSnapshot();
    expect(holderLabel(snapshot, wallets.cleo).forms[1]).toBe("Cleo");
    expect(holderLabel(snapshot, tokens.cleo).forms[1]).toBe("Cleo’s");
  });

  it.each([
    [0.273, "27 %"],
    [1, "100 %"],
    [0.004, "< 1 %"],
    [0, "0 %"],
  ])("%d of 1 is %s", (share, text) => {
    expect(labelShare(share)).toBe(text);
  });
});
