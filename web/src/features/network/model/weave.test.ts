import { describe, expect, it } from "vitest";
import { floatsPath, strandsWithin, warpIsOver, warpPath, weave, weftPath } from "./weave.ts";

const cloth = weave({ warp: [2, 1], weft: [4], pitch: 10, gap: 5, overhang: 3 });

describe("weave", () => {
  it("lays bands side by side, parted by the gap", () => {
    expect(cloth.width).toBe(35);
    expect(cloth.height).toBe(40);
    expect(cloth.warp.map(({ start, end, strands, first }) => ({ start, end, strands, first }))).toEqual([
      { start: 0, end: 20, strands: [5, 15], first: 0 },
      { start: 25, end: 35, strands: [30], first: 2 },
    ]);
  });

  it("is empty without bands", () => {
    expect(weave({ warp: [], weft: [], pitch: 10, gap: 5, overhang: 3 })).toMatchObject({ width: 0, height: 0 });
  });

  it("draws members' strands from edge to edge", () => {
    const band = cloth.warp[1];
    if (band === undefined) throw new Error("The cloth has two members.");
    expect(warpPath(cloth, band)).toBe("M30 -3V43");
  });

  it("draws a holder's thread as one thread that turns back at the edges", () => {
    const band = cloth.weft[0];
    if (band === undefined) throw new Error("The cloth has one holder.");
    const path = weftPath(cloth, band);
    expect(path).toBe("M-3 5H38A5 5 0 0 1 38 15H-3A5 5 0 0 0 -3 25H38A5 5 0 0 1 38 35H-3");
    expect(path.match(/M/g)).toHaveLength(1);
  });
});

describe("2/2 twill", () => {
  it("lets every strand pass over two and under two", () => {
    for (let i = 0; i < 8; i += 1) {
      const over = [0, 1, 2, 3].filter((j) => warpIsOver(i, j));
      expect(over).toHaveLength(2);
    }
  });

  it("moves one step to the side with every row", () => {
    for (let i = 0; i < 8; i += 1) {
      for (let j = 0; j < 8; j += 1) expect(warpIsOver(i + 1, j + 1)).toBe(warpIsOver(i, j));
    }
  });

  it("draws floats only where the member's strand is on top", () => {
    const band = cloth.warp[0];
    if (band === undefined) throw new Error("The cloth has two members.");
    // Strand 0 is over rows 0 and 3, strand 1 over rows 0 and 1.
    expect(floatsPath(cloth, band)).toBe("M5 0V10M5 30V40M15 0V20");
  });
});

describe("strandsWithin", () => {
  it("counts strands beside the gaps", () => {
    expect(strandsWithin(100, 3, 10, 5)).toBe(9);
    expect(strandsWithin(4, 3, 10, 5)).toBe(0);
  });
});
