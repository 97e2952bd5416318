import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance } from "../geometry/curve.ts";
import { forceLayout, type LayoutLink, type LayoutNode } from "./force-layout.ts";
import { hashOf, startingPlace } from "./starting-place.ts";

const nodes: LayoutNode[] = ["0xa1", "0xb2", "0xc3", "0xd4", "0xe5"].map((id) => ({ id, radius: 30 }));
const links: LayoutLink[] = [
  { source: "0xa1", target: "0xb2", strength: 0.8 },
  { source: "0xb2", target: "0xc3", strength: 0.4 },
  { source: "0xc3", target: "0xb2", strength: 0.2 },
];

describe("startingPlace", () => {
  test("depends on the id alone and stays on the disc", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2000 }), (id, reach) => {
        const place = startingPlace(id, reach);
        expect(place).toEqual(startingPlace(id, reach));
        expect(Math.hypot(place.x, place.y)).toBeLessThanOrEqual(reach);
      }),
    );
  });

  test("ids that differ in one character start apart", () => {
    expect(hashOf("0x01")).not.toBe(hashOf("0x02"));
    expect(distance(startingPlace("0x01", 100), startingPlace("0x02", 100))).toBeGreaterThan(1);
  });
});

describe("forceLayout", () => {
  test("the same graph gives the same places, in whatever order it is listed", () => {
    const first = forceLayout({ nodes, links });
    const again = forceLayout({ nodes: [...nodes].reverse(), links: [...links].reverse() });
    for (const { id } of nodes) expect(again.get(id)).toEqual(first.get(id));
  });

  test("no two nodes or their labels lie on each other", () => {
    const places = [...forceLayout({ nodes, links }).values()];
    for (const [index, place] of places.entries()) {
      for (const other of places.slice(index + 1)) expect(distance(place, other)).toBeGreaterThan(100);
    }
  });

  test("who holds each other is closer than who does not", () => {
    const places = forceLayout({ nodes, links });
    const apart = (a: string, b: string) => distance(places.get(a) ?? { x: 0, y: 0 }, places.get(b) ?? { x: 0, y: 0 });
    expect(apart("0xa1", "0xb2")).toBeLessThan(apart("0xa1", "0xe5"));
  });

  test("a wide canvas gives a wide picture", () => {
    const many = Array.from({ length: 24 }, (_, i) => ({ id: `0x${hashOf(String(i)).toString(16)}`, radius: 20 }));
    const extent = (aspect: number) => {
      const places = [...forceLayout({ nodes: many, links: [], aspect }).values()];
      const across = (pick: (place: { x: number; y: number }) => number) =>
        Math.max(...places.map(pick)) - Math.min(...places.map(pick));
      return across((place) => place.x) / across((place) => place.y);
    };
    expect(extent(2)).toBeGreaterThan(1.2);
    expect(extent(0.6)).toBeLessThan(1);
  });

  test("threads to nodes that are not drawn are left out", () => {
    const places = forceLayout({ nodes: nodes.slice(0, 1), links });
    expect([...places.keys()]).toEqual(["0xa1"]);
  });

  test("nothing makes an empty picture", () => {
    expect(forceLayout({ nodes: [], links: [] }).size).toBe(0);
  });

  test("what has a place keeps it to the last digit, and what is new finds room beside what it is tied to", () => {
    const before = forceLayout({ nodes, links });
    const fresh = { id: "0xf6", radius: 30 };
    const tie = { source: "0xf6", target: "0xa1", strength: 0.8 };
    const after = forceLayout({ nodes: [...nodes, fresh], links: [...links, tie], fixed: before });
    for (const { id } of nodes) expect(after.get(id)).toEqual(before.get(id));
    const at = (id: string) => after.get(id) ?? { x: 0, y: 0 };
    for (const { id } of nodes) expect(distance(at("0xf6"), at(id))).toBeGreaterThan(80);
    expect(distance(at("0xf6"), at("0xa1"))).toBeLessThan(320);
    expect(forceLayout({ nodes: [...nodes, fresh], links: [...links, tie], fixed: before })).toEqual(after);
  });

  test("pinned nodes stay while everything else is laid out anew", () => {
    const pin = { x: 500, y: -200 };
    const places = forceLayout({ nodes, links, fixed: new Map([["0xb2", pin]]) });
    expect(places.get("0xb2")).toEqual(pin);
    expect(distance(places.get("0xa1") ?? { x: 0, y: 0 }, pin)).toBeLessThan(320);
  });
});
