import { describe, expect, test } from "vitest";
import { startingPlace } from "./starting-place.ts";
import { type Tangled, type Tie, untangle } from "./untangle.ts";

const at = (id: string, x: number, y: number): Tangled => ({ id, x, y });
const apart = (a: Tangled | undefined, b: Tangled | undefined) =>
  Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
const ring = (ids: readonly string[]): Tie[] =>
  ids.map((id, index) => ({ source: id, target: ids[(index + 1) % ids.length] as string }));

/** Whether the straight lines of two ties cross. */
function cross(nodes: readonly Tangled[], first: Tie, second: Tie): boolean {
  const [a, b, c, d] = [first.source, first.target, second.source, second.target].map((id) =>
    nodes.find((node) => node.id === id),
  ) as [Tangled, Tangled, Tangled, Tangled];
  const side = (p: Tangled, q: Tangled, r: Tangled) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

describe("untangle", () => {
  test("puts a chain in a line, one step between neighbours", () => {
    const nodes = [at("a", 0, 0), at("b", 5, 90), at("c", 40, 10)];
    untangle(nodes, [
      { source: "a", target: "b" },
      { source: "b", target: "c" },
    ]);
    expect(apart(nodes[0], nodes[1])).toBeCloseTo(170, 0);
    expect(apart(nodes[0], nodes[2])).toBeGreaterThan(335);
  });

  test("a ring that starts in a knot ends without a crossing", () => {
    const ids = ["a", "c", "e", "b", "d"];
    const nodes = [...ids].sort().map((id, index) => {
      const angle = (index * 2 * Math.PI) / ids.length;
      return at(id, 200 * Math.cos(angle), 200 * Math.sin(angle));
    });
    const ties = ring(ids);
    const crossings = () =>
      ties.flatMap((first, index) =>
        ties
          .slice(index + 1)
          .filter((second) => new Set([first.source, first.target, second.source, second.target]).size === 4)
          .filter((second) => cross(nodes, first, second)),
      ).length;
    expect(crossings()).toBe(5);
    // A perfect star is at rest; any real start is not one.
    for (const node of nodes) Object.assign(node, startingPlace(`0x${node.id}`, 200));
    untangle(nodes, ties);
    expect(crossings()).toBe(0);
  });

  test("leaves alone who is tied to nobody, and nodes that are not there", () => {
    const nodes = [at("a", 3, 4), at("b", 0, 0), at("c", 9, 9)];
    untangle(nodes, [
      { source: "b", target: "c" },
      { source: "a", target: "z" },
      { source: "a", target: "a" },
    ]);
    expect(nodes[0]).toEqual(at("a", 3, 4));
  });

  test("the same place for two nodes is no dead end", () => {
    const nodes = [at("a", 0, 0), at("b", 0, 0)];
    untangle(nodes, [{ source: "a", target: "b" }]);
    for (const { x, y } of nodes) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
});
