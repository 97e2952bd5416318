import { type Curve, type Point, pointAt } from "./curve.ts";

/** Threads closer than this run along each other, in world units: the width of a middling thread with its rims. */
const CLOSE = 11;

/** Points of a curve that are looked at. */
const POINTS = 24;

/** Where threads run already. */
export type Crowd = {
  /** Remembers a curve. */
  readonly add: (curve: Curve) => void;
  /** How many of the points of a curve lie close to a remembered one. */
  readonly along: (curve: Curve) => number;
};

/** Remembers the ways of threads in a grid, so that asking does not grow with what is remembered. */
export function createCrowd(): Crowd {
  const cells = new Map<string, Point[]>();
  const column = (value: number) => Math.floor(value / CLOSE);
  const isClose = (point: Point): boolean => {
    for (let x = column(point.x) - 1; x <= column(point.x) + 1; x++) {
      for (let y = column(point.y) - 1; y <= column(point.y) + 1; y++) {
        const near = cells.get(`${x} ${y}`);
        if (near?.some((other) => Math.hypot(other.x - point.x, other.y - point.y) < CLOSE)) return true;
      }
    }
    return false;
  };
  const pointsOf = (curve: Curve) => Array.from({ length: POINTS + 1 }, (_, index) => pointAt(curve, index / POINTS));
  return {
    add: (curve) => {
      for (const point of pointsOf(curve)) {
        const key = `${column(point.x)} ${column(point.y)}`;
        const cell = cells.get(key);
        if (cell) cell.push(point);
        else cells.set(key, [point]);
      }
    },
    along: (curve) => pointsOf(curve).filter(isClose).length,
  };
}
