import { describe, expect, test } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { layOut } from "../layout/testing/lay-out.ts";
import { graphCircles } from "../model/graph-circles.ts";
import { graphView } from "../model/graph-view.ts";
import { flowPicture } from "./flow-picture.ts";
import { gainFlow } from "./gain-flow.ts";
import { moneyWords } from "./money-words.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const scene = layOut(view, graphCircles(snapshot, view));
const flow = gainFlow(snapshot, view, tokens.ada, 90n * ONE);
const at = (playing?: number, step?: number) =>
  flowPicture({ flow, scene, view, money: moneyWords(90n * ONE, 18), playing, step });

describe("flowPicture", () => {
  test("a turn's beads run along the threads that carry something, not to oneself", () => {
    const { moving, chips, concerned } = at(1);
    expect(moving?.runs.map((run) => run.id)).toEqual([`${tokens.ada} ${tokens.trio}`]);
    expect(moving?.strength).toBe(1);
    expect(chips.size).toBe(0);
    expect(concerned).toContain(`${tokens.ada} ${wallets.ada}`);
  });

  test("larger parts have larger beads, later turns paler ones", () => {
    const [first, second] = [at(1).moving, at(2).moving];
    expect(second?.runs).toHaveLength(3);
    expect(second?.runs[0]?.radius ?? 0).toBeLessThan(first?.runs[0]?.radius ?? 0);
    expect(second?.strength).toBeLessThan(1);
    expect(second?.key).not.toBe(first?.key);
  });

  test("chips follow the turns", () => {
    expect(at(2).chips.get(tokens.ada)).toBe("+72.00");
    expect(at(undefined, 2).chips.get(tokens.ada)).toBe("+78.00");
    expect(at().chips.get(tokens.ada)).toBe("+78.43");
  });

  test("room is made for all chips from the start", () => {
    expect(at(1).coming).toEqual(at().chips);
  });

  test("in the end nothing moves and every thread that carried something matters", () => {
    const end = at();
    expect(end.moving).toBeUndefined();
    expect(end.concerned).toEqual(new Set(flow.carried.keys()));
    expect(end.concerned?.has(`${tokens.ben} ${tokens.trio}`)).toBe(false);
  });
});
