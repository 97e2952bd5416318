import { describe, expect, test } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphView } from "../model/graph-view.ts";
import { flowChips, restsAt } from "./flow-chips.ts";
import { gainFlow } from "./gain-flow.ts";
import { moneyWords } from "./money-words.ts";
import { stepWords } from "./step-words.ts";
import { wayWords } from "./way-words.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const GAIN = 90n * ONE;
const flow = gainFlow(snapshot, view, tokens.ada, GAIN);
const money = moneyWords(GAIN, 18);
const words = (of: typeof flow, index: number) =>
  stepWords({
    step: of.steps[index] as (typeof of.steps)[number],
    before: of.steps[index - 1],
    source: of.source,
    view,
    isToken: (holder) => snapshot.tokens.has(holder as `0x${string}`),
    money,
  });

describe("moneyWords", () => {
  test("amounts that belong together add up on screen", () => {
    expect(money.sayParts(flow.rests.map((rest) => rest.amount))).toEqual(["78.43", "6.43", "5.14"]);
    expect(money.say(GAIN)).toBe("90.00");
    expect(money.sayShort(GAIN)).toBe("90");
  });

  test("small gains keep digits that say something, and something is never nothing", () => {
    const small = moneyWords(ONE / 100n, 18);
    expect(small.say(ONE / 300n)).toBe("0.0033");
    expect(small.say(1n)).toBe("< 0.0001");
    expect(small.sayParts([ONE / 100n, 1n])).toEqual(["0.0100", "< 0.0001"]);
  });
});

describe("wayWords", () => {
  const waysOf = (of: typeof flow) => of.rests.map((rest) => wayWords(rest, of.source, view, money));

  test("says how it came", () => {
    expect(waysOf(flow)).toEqual([
      "keeps 72, 6.43 comes back through Trio",
      "through Trio",
      "through Trio and Cleo’s own token",
    ]);
  });

  test("around a circle to the one who realized", () => {
    expect(waysOf(gainFlow(snapshot, view, tokens.cleo, GAIN))[0]).toBe(
      "keeps 72, 5.14 comes back through Trio and Cleo’s own token",
    );
  });

  test("from a network", () => {
    expect(waysOf(gainFlow(snapshot, view, tokens.trio, GAIN))).toEqual([
      "30 directly, 2.14 through Cleo and Trio",
      "30 directly, 2.14 through Cleo and Trio",
      "through Cleo’s own token",
    ]);
  });

  test("nothing to share is kept", () => {
    const alone = trioSnapshot({ cleoStaked: false });
    const aloneView = graphView(alone);
    const kept = gainFlow(alone, aloneView, tokens.cleo, GAIN);
    expect(kept.rests.map((rest) => wayWords(rest, tokens.cleo, aloneView, money))).toEqual(["keeps it"]);
  });
});

describe("stepWords", () => {
  test("tells every turn", () => {
    expect(words(flow, 0)).toBe("Ada realizes 90: 72 to Ada and 18 to Trio.");
    expect(words(flow, 1)).toBe("Trio passes on 18: 6 to Ada, 6 to Ben and 6 to Cleo’s treasury.");
    expect(words(flow, 2)).toBe("Cleo’s token passes on 6: 4.80 to Cleo and 1.20 to Trio.");
    expect(words(flow, flow.steps.length - 1)).toMatch(
      /^What is left, 0\.\d+, goes the same ways until all of it rests\.$/,
    );
  });

  test("networks take in", () => {
    expect(words(gainFlow(snapshot, view, tokens.trio, GAIN), 0)).toMatch(/^Trio takes in 90: 30 to /);
  });
});

describe("flowChips", () => {
  test("in the end", () => {
    expect(flowChips(flow, view, money, undefined)).toEqual(
      new Map([
        [tokens.trio, "19.29 passes through"],
        [tokens.ada, "+78.43"],
        [tokens.ben, "+6.43"],
        [tokens.cleo, "+5.14"],
      ]),
    );
  });

  test("after a turn, only what has come so far", () => {
    expect(flowChips(flow, view, money, 1)).toEqual(new Map([[tokens.ada, "+72.00"]]));
    expect(flowChips(flow, view, money, 2).get(tokens.trio)).toBe("18.00 passes through");
    expect(restsAt(flow, 2).get(flow.rests[1]?.account ?? "")).toBe(6n * ONE);
  });

  test("the last step is the end", () => {
    expect(flowChips(flow, view, money, flow.steps.length)).toEqual(flowChips(flow, view, money, undefined));
  });
});
