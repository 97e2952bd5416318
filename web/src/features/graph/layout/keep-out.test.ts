import { describe, expect, test } from "vitest";
import { forceLayout } from "./force-layout.ts";
import { wayOut } from "./keep-out.ts";

const member = (id: string, x: number, y: number) => ({ id, x, y, radius: 30 });
const pair = [member("a", 0, 0), member("b", 200, 0)];
const square = [member("a", 0, 0), member("b", 200, 0), member("c", 200, 200), member("d", 0, 200)];

describe("wayOut", () => {
  test("who is outside stays", () => {
    expect(wayOut({ id: "x", x: 100, y: 200, radius: 10 }, pair)).toBeUndefined();
  });

  test("leads away from the line between two", () => {
    const out = wayOut({ id: "x", x: 100, y: 20, radius: 10 }, pair);
    expect(out?.x).toBeCloseTo(0, 9);
    expect(out?.y).toBeCloseTo(30 + 16 + 14 + 10 - 20, 9);
  });

  test("leads through the nearest edge of a larger field", () => {
    const out = wayOut({ id: "x", x: 100, y: 190, radius: 10 }, square);
    expect(out?.y).toBeCloseTo(10 + 70, 9);
  });

  test("on the line itself it leads sideways", () => {
    const out = wayOut({ id: "x", x: 100, y: 0, radius: 10 }, pair);
    expect(Math.abs(out?.y ?? 0)).toBeCloseTo(70, 9);
    expect(Math.abs(out?.x ?? 1)).toBeCloseTo(0, 9);
  });
});

describe("forceLayout with circles", () => {
  test("nobody lies in the field of a circle that they are not in", () => {
    const nodes = ["0xa1", "0xb2", "0xc3", "0xd4", "0xe5", "0xf6"].map((id) => ({ id, radius: 30 }));
    const links = ["0xc3", "0xd4", "0xe5", "0xf6"].flatMap((id) => [
      { source: "0xa1", target: id, strength: 0.5 },
      { source: "0xb2", target: id, strength: 0.5 },
    ]);
    const places = forceLayout({
      nodes,
      links: [{ source: "0xa1", target: "0xb2", strength: 1 }, ...links],
      circles: [["0xa1", "0xb2"]],
    });
    const at = (id: string) => ({ id, radius: 30, ...(places.get(id) ?? { x: 0, y: 0 }) });
    for (const id of ["0xc3", "0xd4", "0xe5", "0xf6"]) {
      const out = wayOut(at(id), [at("0xa1"), at("0xb2")]);
      expect(Math.hypot(out?.x ?? 0, out?.y ?? 0)).toBeLessThan(14);
    }
  });
});
