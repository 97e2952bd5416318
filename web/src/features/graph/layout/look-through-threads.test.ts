import { describe, expect, test } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphCircles } from "../model/graph-circles.ts";
import { graphView } from "../model/graph-view.ts";
import { lookThroughThreads } from "./look-through-threads.ts";
import { layOut } from "./testing/lay-out.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const scene = layOut(view, graphCircles(snapshot, view));
const ids = (selected: typeof tokens.ada | undefined) =>
  lookThroughThreads(snapshot, view, scene, selected).map((thread) => thread.id);

describe("lookThroughThreads", () => {
  test("Ben and Cleo own a part of Ada only in the end", () => {
    expect(ids(tokens.ada)).toEqual([`${tokens.ada} ${tokens.ben}`, `${tokens.ada} ${tokens.cleo}`]);
  });

  test("who holds directly has a thread already", () => {
    expect(ids(tokens.trio)).toEqual([]);
  });

  test("nothing selected, nothing drawn", () => {
    expect(ids(undefined)).toEqual([]);
  });
});
