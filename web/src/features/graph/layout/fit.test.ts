import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxAround, cameraFor, toScreen, ZOOM } from "./fit.ts";

const margins = { top: 10, right: 20, bottom: 30, left: 40 };

describe("cameraFor", () => {
  test("shows the whole box within the margins, unless that would be too small to see", () => {
    const side = fc.double({ min: 1, max: 2000, noNaN: true });
    const place = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(place, place, side, side, (x, y, width, height) => {
        const camera = cameraFor({ x, y, width, height }, { width: 800, height: 600 }, margins);
        fc.pre(camera.k > ZOOM.min);
        const start = toScreen(camera, { x, y });
        const end = toScreen(camera, { x: x + width, y: y + height });
        expect(start.x).toBeGreaterThanOrEqual(40 - 1e-6);
        expect(start.y).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(end.x).toBeLessThanOrEqual(780 + 1e-6);
        expect(end.y).toBeLessThanOrEqual(570 + 1e-6);
      }),
    );
  });

  test("a single small node is not blown up", () => {
    expect(cameraFor({ x: 0, y: 0, width: 10, height: 10 }, { width: 800, height: 600 }, margins).k).toBe(1.15);
  });

  test("a canvas smaller than its margins still has a camera", () => {
    const camera = cameraFor({ x: 0, y: 0, width: 10, height: 10 }, { width: 0, height: 0 }, margins);
    expect(Number.isFinite(camera.x) && Number.isFinite(camera.y)).toBe(true);
    expect(camera.k).toBe(ZOOM.min);
  });
});

describe("boxAround", () => {
  test("counts radii", () => {
    expect(
      boxAround([
        { x: 0, y: 0, radius: 5 },
        { x: 10, y: 0, radius: 1 },
      ]),
    ).toEqual({
      x: -5,
      y: -5,
      width: 16,
      height: 10,
    });
  });

  test("is empty for nothing", () => {
    expect(boxAround([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });
});
