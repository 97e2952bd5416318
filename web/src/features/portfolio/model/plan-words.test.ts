import { planSettlement } from "@weft/ownership";
import { describe, expect, it } from "vitest";
import { settleStateOf } from "../../../data/ownership-state.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { claimOptions } from "./claim-plan.ts";
import { pathWords, stepWords } from "./plan-words.ts";

describe("a plan in words", () => {
  const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
  // So dear that no second turn around the circle is worth it.
  const gasPrice = 10n ** 13n;
  const plan = planSettlement(settleStateOf(snapshot), wallets.ben, claimOptions(snapshot, gasPrice));

  it("tells the steps", () => {
    const words = stepWords(snapshot, plan.steps, "You claim");
    expect(words[0]?.text).toBe("Trio collects from Ada Okafor");
    expect(18n * ONE - (words[0]?.amount ?? 0n)).toBeLessThanOrEqual(1n);
    expect(words.at(-1)?.text).toBe("You claim from Trio");
    expect(words.at(-1)?.amount).toBe(plan.quote);
  });

  it("tells the ways", () => {
    const [way] = plan.byPath;
    expect(pathWords(snapshot, way?.path ?? [], "you")).toEqual(["Ada Okafor", "Trio", "you"]);
    expect(pathWords(snapshot, [], "you")).toEqual(["Smaller ways together"]);
  });
});
