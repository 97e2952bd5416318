import { describe, expect, it } from "vitest";
import { fitLabel, labelsFit } from "./band-label.ts";

const cleo = { full: "Cleo Marchetti’s treasury", forms: ["Cleo’s treasury", "CLEO"] as const };

describe("fitLabel", () => {
  it("takes the longest form where there is room", () => {
    expect(fitLabel(cleo, 13, 150)).toBe("Cleo’s treasury");
  });

  it("falls back to a shorter form", () => {
    expect(fitLabel(cleo, 11, 40)).toBe("CLEO");
  });

  it("cuts what does not fit at all", () => {
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
