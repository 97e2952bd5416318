import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphView } from "../model/graph-view.ts";
import { flowSummary } from "./flow-summary.ts";
import { gainFlow } from "./gain-flow.ts";

const GAIN = 90n * ONE;

describe("flowSummary", () => {
  const snapshot = trioSnapshot();
  const view = graphView(snapshot);
  const flow = gainFlow(snapshot, view, tokens.ada, GAIN);

  test("in the end it rests with three people", () => {
    const summary = flowSummary(flow, view, undefined);
    expect(summary.title).toBe("In the end it rests with three people");
    expect([summary.stuck, summary.onTheWay]).toEqual([0n, 0n]);
  });

  test("after every turn nothing is missing", () => {
    for (const step of [0, ...[...flow.steps.keys()].map((index) => index + 1)]) {
      const { lines, stuck, onTheWay } = flowSummary(flow, view, step);
      expect(stuck).toBe(0n);
      expect(lines.reduce((sum, line) => sum + line.amount, onTheWay)).toBe(GAIN);
    }
    expect(flowSummary(flow, view, 0)).toMatchObject({ title: "All of it is on its way", lines: [], onTheWay: GAIN });
    expect(flowSummary(flow, view, 1).title).toBe("After turn one it rests with one person");
  });

  test("people and wallets are counted apart, and what is stuck is stated", () => {
    const [token, person, wallet] = [sampleAddress(1), sampleAddress(2), sampleAddress(3)];
    const [left, right] = [sampleAddress(4), sampleAddress(5)];
    const stuck = sampleSnapshot(
      [
        { address: token, name: "Dev", symbol: "DEV", person },
        { address: left, name: "Left", symbol: "L" },
        { address: right, name: "Right", symbol: "R" },
      ],
      [
        { token, holder: person, balance: 2n * ONE },
        { token, holder: wallet, balance: ONE },
        { token, holder: left, balance: ONE },
        { token: left, holder: right, balance: ONE },
        { token: right, holder: left, balance: ONE },
      ],
    );
    const stuckView = graphView(stuck);
    const summary = flowSummary(gainFlow(stuck, stuckView, token, GAIN), stuckView, undefined);
    expect(summary.title).toBe("In the end it rests with one person and one wallet");
    expect(summary.stuck).toBe(GAIN / 4n);
    const closed = flowSummary(gainFlow(stuck, stuckView, left, GAIN), stuckView, undefined);
    expect(closed.title).toBe("In the end it rests with nobody");
    expect(closed.stuck).toBe(GAIN);
  });
});
