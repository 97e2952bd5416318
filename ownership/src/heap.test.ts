import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHeap } from "./heap.ts";

describe("createHeap", () => {
  it("gives out what it was given, largest first", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (priorities) => {
        const heap = createHeap<number>();
        for (const priority of priorities) heap.push(priority, priority);
        const given = priorities.map(() => heap.pop());
        expect(given).toEqual(priorities.toSorted((a, b) => b - a));
        expect(heap.pop()).toBeUndefined();
      }),
    );
  });
});
