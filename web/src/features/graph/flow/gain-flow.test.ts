import { describe, expect, test } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { graphView } from "../model/graph-view.ts";
import { gainFlow } from "./gain-flow.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const GAIN = 90n * ONE;

/** Within the few wei by which a flow in whole wei may differ from the fraction. */
function near(amount: bigint | undefined, numerator: bigint, denominator: bigint): boolean {
  const difference = (amount ?? -1n) - (ONE * numerator) / denominator;
  return difference > -10n && difference < 10n;
}

describe("gainFlow", () => {
  const flow = gainFlow(snapshot, view, tokens.ada, GAIN);

  test("the worked example: 78 3/7, 6 3/7 and 5 1/7", () => {
    expect(flow.rests.map((rest) => rest.node)).toEqual([tokens.ada, tokens.ben, tokens.cleo]);
    expect(near(flow.rests[0]?.amount, 549n, 7n)).toBe(true);
    expect(near(flow.rests[1]?.amount, 45n, 7n)).toBe(true);
    expect(near(flow.rests[2]?.amount, 36n, 7n)).toBe(true);
    expect(near(flow.inflow.get(tokens.trio), 135n, 7n)).toBe(true);
  });

  test("adds up to the wei", () => {
    expect(flow.rests.reduce((sum, rest) => sum + rest.amount, flow.trapped)).toBe(GAIN);
    for (const rest of flow.rests) {
      const told = rest.way.routes.reduce((sum, route) => sum + route.amount, rest.way.directly);
      expect(told).toBe(rest.amount);
    }
  });

  test("says how it came", () => {
    const [ada, ben, cleo] = flow.rests;
    expect(ada?.way.directly).toBe(72n * ONE);
    expect(ada?.way.routes.map((route) => route.tokens)).toEqual([[tokens.trio]]);
    expect(ben?.way.directly).toBe(0n);
    expect(cleo?.way.routes.map((route) => route.tokens)).toEqual([[tokens.trio, tokens.cleo]]);
  });

  test("what comes back around a circle to the one who realized is told apart", () => {
    const round = gainFlow(snapshot, view, tokens.cleo, GAIN);
    const cleo = round.rests.find((rest) => rest.node === tokens.cleo);
    expect(cleo?.way.directly).toBe(72n * ONE);
    expect(cleo?.way.routes.map((route) => route.tokens)).toEqual([[tokens.trio, tokens.cleo]]);
    expect(near(cleo?.way.routes[0]?.amount, 36n, 7n)).toBe(true);
  });

  test("goes turn by turn, and the steps end with exactly the result", () => {
    const [first, second] = flow.steps;
    expect(first?.passings.map((passing) => [passing.token, passing.amount])).toEqual([[tokens.ada, GAIN]]);
    expect(first?.rests.get(wallets.ada)).toBe(72n * ONE);
    expect(first?.onTheWay).toBe(18n * ONE);
    expect(second?.passings.map((passing) => passing.token)).toEqual([tokens.trio]);
    const last = flow.steps.at(-1);
    expect(last?.remainder).toBe(true);
    expect(new Map(last?.rests)).toEqual(new Map(flow.rests.map((rest) => [rest.account, rest.amount])));
  });

  test("each turn is paler and brings nothing back to the one before", () => {
    for (const [index, step] of flow.steps.entries()) {
      const before = flow.steps[index - 1];
      if (!before) continue;
      expect(step.strength).toBeLessThan(before.strength);
      for (const [account, amount] of before.rests)
        expect(step.rests.get(account) ?? 0n).toBeGreaterThanOrEqual(amount);
    }
  });

  test("what gets stuck is stated", () => {
    const [a, b, c, person] = [sampleAddress(1), sampleAddress(2), sampleAddress(3), sampleAddress(4)];
    const stuck = sampleSnapshot(
      [
        { address: a, name: "Dev", symbol: "DEV", person },
        { address: b, name: "Left", symbol: "L" },
        { address: c, name: "Right", symbol: "R" },
      ],
      [
        { token: a, holder: person, balance: 3n * ONE },
        { token: a, holder: b, balance: ONE },
        { token: b, holder: c, balance: ONE },
        { token: c, holder: b, balance: ONE },
      ],
    );
    const result = gainFlow(stuck, graphView(stuck), a, GAIN);
    expect(result.trapped).toBe((GAIN * 1n) / 4n);
    expect([...result.trappedIn.keys()]).toEqual([b]);
    expect(result.rests.map((rest) => rest.part)).toEqual([0.75]);
  });

  test("a gain of nothing goes nowhere", () => {
    const nothing = gainFlow(snapshot, view, tokens.ada, 0n);
    expect([nothing.rests, nothing.steps]).toEqual([[], []]);
  });
});
