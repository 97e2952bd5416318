import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compressTurns } from "./compress-turns.ts";

/** As `settle` reads them: neighbours with the same number of repeats are one block. */
function carryOut(turns: readonly { block: readonly string[]; repeats: number }[]): string {
  const merged: { block: readonly string[]; repeats: number }[] = [];
  for (const { block, repeats } of turns) {
    const last = merged.at(-1);
    if (last?.repeats === repeats) last.block = [...last.block, ...block];
    else merged.push({ block, repeats });
  }
  return merged.map(({ block, repeats }) => block.join("").repeat(repeats)).join("");
}

describe("compressTurns", () => {
  it("finds the turns of a circle", () => {
    expect(compressTurns([..."xababababy"])).toEqual([
      { block: ["x"], repeats: 1 },
      { block: ["a", "b"], repeats: 4 },
      { block: ["y"], repeats: 1 },
    ]);
  });

  it("keeps neighbouring turns apart", () => {
    expect(carryOut(compressTurns([..."ababcdcd"]))).toBe("ababcdcd");
  });

  it("says the same as the sequence", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 }), (steps) => {
        expect(carryOut(compressTurns(steps))).toBe(steps.join(""));
      }),
      { numRuns: 500 },
    );
  });
});
