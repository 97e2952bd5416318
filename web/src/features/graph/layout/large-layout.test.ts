import { expect, test } from "vitest";
import { askLayout } from "./ask-layout.ts";
import { createLargeLayout } from "./large-layout.ts";
import { runLayout } from "./run-layout.ts";
import { hashOf } from "./starting-place.ts";

const nodes = Array.from({ length: 200 }, (_, index) => ({ id: `0x${hashOf(`n${index}`).toString(16)}`, radius: 6 }));
const idOf = (index: number) => nodes[index % nodes.length]?.id ?? "";
const links = nodes.map((node, index) => ({ source: node.id, target: idOf(index * 7 + 1), strength: 0.5 }));

test("the same graph comes to the same places, in whatever order it is listed", () => {
  const first = createLargeLayout({ nodes, links });
  const again = createLargeLayout({ nodes: [...nodes].reverse(), links: [...links].reverse() });
  first.run(30);
  again.run(30);
  expect(again.places()).toEqual(first.places());
});

test("what has a place keeps it", () => {
  const place = { x: 12.5, y: -3 };
  const layout = createLargeLayout({ nodes, links, fixed: new Map([[idOf(3), place]]) });
  layout.run(10);
  expect(layout.places().get(idOf(3))).toEqual(place);
});

test("a large graph is shown early and gets better, a small one is done at once", () => {
  const answers = [...runLayout({ nodes, links, large: true })];
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.map((answer) => answer.done)).toEqual([...answers.slice(1).map(() => false), true]);
  expect([...runLayout({ nodes: nodes.slice(0, 3), links: [], large: false })].map(({ done }) => done)).toEqual([true]);
});

test("where no worker can be started the layout is made in place, and not told once it is not wanted", async () => {
  const wanted = await new Promise((resolve) => askLayout({ nodes, links, large: true }, resolve));
  expect(wanted).toMatchObject({ done: true });
  const told: unknown[] = [];
  const stop = askLayout({ nodes, links, large: true }, (answer) => told.push(answer));
  stop();
  await new Promise((resolve) => askLayout({ nodes, links, large: true }, resolve));
  expect(told).toEqual([]);
});
