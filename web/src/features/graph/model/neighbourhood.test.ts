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
  const [fourth, fifth, sixth] = [sampleAddress(4), sampleAddress(5), sampleAddress(6)];

  test("everything is shown while it is small enough", () => {
    const part = visiblePart(view, { selected: fifth });
    expect(part.nodes.size).toBe(10);
    expect(part.threads).toHaveLength(9);
    expect(part.around).toBeUndefined();
  });

  test("a depth shows who is reached both ways, and no more", () => {
    const part = visiblePart(view, { selected: fifth, depth: 1 });
    expect([...part.nodes].sort()).toEqual([fourth, fifth, sixth]);
    expect(part.around).toBe(fifth);
  });

  test("owners are where money goes, what is owned is where it comes from", () => {
    expect([...visiblePart(view, { selected: fifth, depth: 1, way: "owners" }).nodes]).toEqual([fifth, sixth]);
    expect([...visiblePart(view, { selected: fifth, depth: 1, way: "owned" }).nodes]).toEqual([fifth, fourth]);
    expect(visiblePart(view, { selected: fifth, way: "owners" }).nodes.size).toBe(6);
  });

  test("a graph that is too large is shown around the selected node, or the one with the most threads", () => {
    const part = visiblePart(view, { selected: fifth }, 8);
    expect(part.nodes.size).toBe(5);
    expect(part.around).toBe(fifth);
    expect(visiblePart(view, { selected: sampleAddress(77) }, 8).around).toBe(sampleAddress(2));
  });

  test("never more than the most, never a thread to what is not shown, never a missing one between two that are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom("owners", "owned", undefined),
        (most, depth, start, way) => {
          const part = visiblePart(view, { selected: sampleAddress(start), depth, way }, most);
          expect(part.nodes.size).toBeLessThanOrEqual(most);
          const between = view.threads.filter(({ source, target }) => part.nodes.has(source) && part.nodes.has(target));
          expect(part.threads).toEqual(between);
        },
      ),
    );
  });
});
