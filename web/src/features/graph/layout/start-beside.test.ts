import { expect, test } from "vitest";
import { startBeside } from "./start-beside.ts";

const at = (x: number, y: number) => ({ x, y });
const link = (source: string, target: string, strength = 1) => ({ source, target, strength });
const nodes = ["a", "b", "new", "far"].map((id) => ({ id }));
const fixed = new Map([
  ["a", at(0, 0)],
  ["b", at(1000, 0)],
]);

test("starts at the middle of its neighbours, nearer to the one that it is tied to more closely", () => {
  const even = startBeside(nodes, [link("a", "new"), link("new", "b")], fixed).get("new");
  const leaning = startBeside(nodes, [link("a", "new", 0.1), link("new", "b", 0.9)], fixed).get("new");
  expect(even?.x).toBeGreaterThan(430);
  expect(even?.x).toBeLessThan(570);
  expect(leaning?.x).toBeGreaterThan(800);
});

test("reaches those that are tied only to what is new itself", () => {
  const starts = startBeside(nodes, [link("b", "new"), link("new", "far")], fixed);
  expect(starts.get("far")?.x).toBeGreaterThan(800);
});

test("says nothing of what is tied to nothing with a place, or when nothing has one", () => {
  expect(startBeside(nodes, [link("new", "far")], fixed).size).toBe(0);
  expect(startBeside(nodes, [link("a", "new")], new Map()).size).toBe(0);
});
