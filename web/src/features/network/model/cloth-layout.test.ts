import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutCloth } from "./cloth-layout.ts";

const thread = (share: number, name = "Ada") => ({
  share,
  label: { full: `${name} Okafor`, forms: [name, name.toUpperCase()] as const },
});

describe("layOutCloth", () => {
  it("has nothing to weave without members or holders", () => {
    expect(layOutCloth([], [thread(1)], 800)).toBeUndefined();
    expect(layOutCloth([thread(1)], [], 800)).toBeUndefined();
    expect(layOutCloth([thread(1)], [thread(1)], 0)).toBeUndefined();
  });

  it("weaves finer on a narrow page", () => {
    const members = [thread(0.2), thread(0.2), thread(0.2)];
    expect(layOutCloth(members, members, 760)?.weave.pitch).toBe(6.6);
    expect(layOutCloth(members, members, 296)?.weave.pitch).toBe(5.2);
  });

  it("stands labels upright when they don't fit side by side", () => {
    const members = Array.from({ length: 12 }, () => thread(1 / 12));
    expect(layOutCloth(members, [thread(1)], 296)?.upright).toBe(true);
    expect(layOutCloth(members.slice(0, 3), [thread(1)], 760)?.upright).toBe(false);
  });

  it("never grows wider than the page for up to twelve members and keeps all threads inside", () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(shares, shares, fc.integer({ min: 290, max: 900 }), (members, holders, width) => {
        const layout = layOutCloth(
          members.map((share) => thread(share)),
          holders.map((share) => thread(share)),
          width,
        );
        expect(layout).toBeDefined();
        if (layout === undefined) return;
        // A millionth of a pixel for rounding.
        expect(layout.width).toBeLessThanOrEqual(width + 1e-6);
        expect(layout.left + layout.weave.width + layout.weave.overhang).toBeLessThanOrEqual(layout.width);
        expect(layout.top + layout.weave.height + layout.weave.overhang).toBeLessThanOrEqual(layout.height);
      }),
    );
  });
});
