import { describe, expect, test } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphView } from "./graph-view.ts";
import { neighboursOf, walk } from "./neighbours.ts";

const { threads } = graphView(trioSnapshot());
const far = tokens.ada;
const places = new Map([
  [tokens.trio, { x: 0, y: 0 }],
  [tokens.ada, { x: -200, y: -20 }],
  [tokens.ben, { x: 0, y: 200 }],
  [tokens.cleo, { x: 210, y: -30 }],
]);

describe("neighboursOf", () => {
  test("first who holds a part, then what is held", () => {
    const relations = neighboursOf(threads, tokens.trio).map(({ id, relation }) => [id, relation]);
    expect(relations).toHaveLength(6);
    expect(relations.slice(0, 3).every(([, relation]) => relation === "heldBy")).toBe(true);
    expect(relations.slice(3).every(([, relation]) => relation === "holds")).toBe(true);
  });
});

describe("walk", () => {
  test("arrows lead along threads", () => {
    const step = (direction: "up" | "down" | "left" | "right") =>
      walk({ from: tokens.trio, direction, places, threads });
    expect(step("left")).toBe(tokens.ada);
    expect(step("right")).toBe(tokens.cleo);
    expect(step("down")).toBe(tokens.ben);
    expect(step("up")).toBeUndefined();
  });

  test("a thread further away is taken before a closer node without one", () => {
    const withBen = new Map([...places, [tokens.ben, { x: -100, y: -20 }]]);
    expect(walk({ from: far, direction: "right", places: withBen, threads })).toBe(tokens.trio);
  });

  test("where no thread leads, the nearest node is reached all the same", () => {
    expect(walk({ from: tokens.trio, direction: "left", places, threads: [] })).toBe(tokens.ada);
    expect(walk({ from: "0x00", direction: "left", places, threads })).toBeUndefined();
  });
});
