import { describe, expect, it } from "vitest";
import { foldPaths, MOST_PATHS } from "./fold-paths.ts";

const ways = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: [`${index}`, "you"], amount: 100n - BigInt(index) }));
const sum = (list: readonly { readonly amount: bigint }[]) => list.reduce((total, { amount }) => total + amount, 0n);

describe("foldPaths", () => {
  it("leaves a few as they are", () => {
    expect(foldPaths(ways(MOST_PATHS))).toEqual(ways(MOST_PATHS));
  });

  it("adds up the smaller ones, with what came added up already", () => {
    const paths = [...ways(20), { path: [], amount: 7n }];
    const folded = foldPaths(paths);
    expect(folded).toHaveLength(MOST_PATHS);
    expect(folded.at(-1)?.path).toEqual([]);
    expect(sum(folded)).toBe(sum(paths));
  });
});
