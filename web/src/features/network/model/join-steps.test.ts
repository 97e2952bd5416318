import { describe, expect, it } from "vitest";
import { tokens } from "../../../data/testing/trio.ts";
import { joinSteps } from "./join-steps.ts";
import type { StakeStep } from "./stake-steps.ts";

const step = (key: StakeStep["key"], done = false): StakeStep => ({
  key,
  title: key,
  why: "",
  done,
  request: { address: tokens.ada, abi: [], functionName: key },
});
const said = (steps: readonly StakeStep[]) => steps.map(({ key, done }) => `${key}${done ? " done" : ""}`);

describe("joinSteps", () => {
  it("shows what is needed when nothing was done", () => {
    expect(said(joinSteps([], [step("collect"), step("allow"), step("stake")]))).toEqual(["collect", "allow", "stake"]);
  });

  it("keeps the place of a step that is no longer needed", () => {
    expect(said(joinSteps([step("collect", true)], [step("approve-holder"), step("allow"), step("stake")]))).toEqual([
      "approve-holder",
      "collect done",
      "allow",
      "stake",
    ]);
  });

  it("asks to collect once, however often a circle turns", () => {
    const steps = joinSteps([step("collect", true)], [step("collect"), step("allow"), step("stake")]);
    expect(said(steps)).toEqual(["collect done", "allow", "stake"]);
  });

  it("asks again for an allowance that a larger amount outgrew", () => {
    expect(said(joinSteps([step("allow", true)], [step("allow"), step("stake")]))).toEqual(["allow", "stake"]);
  });
});
