import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { graphView } from "./graph-view.ts";
import { visiblePart } from "./neighbourhood.ts";

/** A chain: token i is held by token i + 1, and each by its person. */
function chain(length: number) {
  const tokens = Array.from({ length }, (_, i) => sampleAddress(i + 1));
  return graphView(
    sampleSnapshot(
      tokens.map((address, i) => ({ address, name: `N${i}`, symbol: `N${i}`, person: sampleAddress(1000 + i) })),
      tokens.flatMap((token, i) => [
        { token, holder: sampleAddress(1000 + i), balance: ONE },
        ...(i + 1 < length ? [{ token, holder: tokens[i + 1] as `0x${string}`, balance: ONE }] : []),
      ]),
    ),
  );
}

describe("visiblePart", () => {
  const view = chain(10);

  test("everything is drawn while it is small enough", () => {
    const part = visiblePart(view, undefined);
    expect(part.nodes.size).toBe(10);
    expect(part.around).toBeUndefined();
    expect([part.leftOutNodes, part.leftOutThreads]).toEqual([0, 0]);
  });

  test("else what lies within the depth, and what is left out is counted", () => {
    const part = visiblePart(view, sampleAddress(5), 1, 8);
    expect([...part.nodes].sort()).toEqual([sampleAddress(4), sampleAddress(5), sampleAddress(6)]);
    expect(part.around).toBe(sampleAddress(5));
    expect([part.leftOutNodes, part.leftOutThreads]).toEqual([7, 7]);
  });

  test("a selection that does not exist falls back to the node with the most threads", () => {
    expect(visiblePart(view, sampleAddress(77), 1, 8).around).toBe(sampleAddress(2));
  });

  test("never more than the most, never a thread to what is not drawn", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 10 }),
        (most, depth, start) => {
          const part = visiblePart(view, sampleAddress(start), depth, most);
          expect(part.nodes.size).toBeLessThanOrEqual(most);
          expect(part.nodes.size + part.leftOutNodes).toBe(10);
          expect(part.threads.length + part.leftOutThreads).toBe(9);
          for (const thread of part.threads) {
            expect(part.nodes.has(thread.source) && part.nodes.has(thread.target)).toBe(true);
          }
        },
      ),
    );
  });
});
