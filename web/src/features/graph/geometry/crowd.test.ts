import { describe, expect, test } from "vitest";
import { createCrowd } from "./crowd.ts";
import { bent } from "./curve.ts";

const line = (y: number, length = 240) => bent({ x: 0, y }, { x: length, y }, 0);

describe("createCrowd", () => {
  test("nothing is along nothing", () => {
    expect(createCrowd().along(line(0))).toBe(0);
  });

  test("counts the points that run along another thread", () => {
    const crowd = createCrowd();
    crowd.add(line(0));
    expect(crowd.along(line(5))).toBe(25);
    expect(crowd.along(line(40))).toBe(0);
  });

  test("a crossing costs little", () => {
    const crowd = createCrowd();
    crowd.add(line(0));
    const across = bent({ x: 120, y: -120 }, { x: 120, y: 120 }, 0);
    expect(crowd.along(across)).toBeGreaterThan(0);
    expect(crowd.along(across)).toBeLessThan(5);
  });
});
