import { describe, expect, test } from "vitest";
import { forceLayout } from "./force-layout.ts";
import { wayApart } from "./keep-apart.ts";

const member = (id: string, x: number, y: number) => ({ id, x, y, radius: 30 });
/** Two widest members, air on both sides, and between the fields. */
const WANTED = 30 + 30 + 2 * 16 + 14;

describe("wayApart", () => {
  const upright = [member("a", 0, 0), member("b", 0, 200)];

  test("fields that are apart stay", () => {
    expect(wayApart(upright, [member("c", WANTED + 1, 0), member("d", WANTED + 1, 200)])).toBeUndefined();
  });

  test("the first moves the shortest way away from the second", () => {
    const way = wayApart(upright, [member("c", 80, 0), member("d", 80, 200)]);
    expect(way?.x).toBeCloseTo(80 - WANTED, 9);
    expect(way?.y).toBeCloseTo(0, 9);
    const other = wayApart([member("c", 80, 0), member("d", 80, 200)], upright);
    expect(other?.x).toBeCloseTo(WANTED - 80, 9);
  });

  test("after moving by it they no longer touch", () => {
    const slanted = [member("c", -60, 40), member("d", 90, 150), member("e", 20, 300)];
    const way = wayApart(upright, slanted) ?? { x: 0, y: 0 };
    const moved = upright.map((body) => ({ ...body, x: body.x + way.x * 1.001, y: body.y + way.y * 1.001 }));
    expect(wayApart(moved, slanted)).toBeUndefined();
  });

  test("in the same place they still part", () => {
    const way = wayApart([member("a", 0, 0), member("b", 0, 0)], [member("c", 0, 0), member("d", 0, 0)]);
    expect(Math.hypot(way?.x ?? 0, way?.y ?? 0)).toBeCloseTo(WANTED, 9);
  });
});

describe("forceLayout with several circles", () => {
  test("no field touches another, though all their members know each other", () => {
    const ids = ["0xa1", "0xb2", "0xc3", "0xd4", "0xe5", "0xf6"];
    const circles = [ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)];
    const links = ids.flatMap((source) =>
      ids.filter((target) => source < target).map((target) => ({ source, target, strength: 0.5 })),
    );
    const places = forceLayout({ nodes: ids.map((id) => ({ id, radius: 30 })), links, aspect: 1.2, circles });
    const fields = circles.map((circle) =>
      circle.map((id) => ({ id, radius: 30, ...(places.get(id) ?? { x: 0, y: 0 }) })),
    );
    for (const [index, first] of fields.entries()) {
      for (const second of fields.slice(index + 1)) {
        const way = wayApart(first, second);
        // Within the air between two fields.
        expect(Math.hypot(way?.x ?? 0, way?.y ?? 0)).toBeLessThan(14);
      }
    }
  });
});
