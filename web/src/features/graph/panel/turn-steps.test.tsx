// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { TurnSteps } from "./turn-steps.tsx";

afterEach(cleanup);

const words = ["Ada realizes 90.", "Trio passes on 18.", "The rest rests."];
const show = (step: number | undefined, playing = false) => {
  const onStep = vi.fn();
  const onStop = vi.fn();
  render(<TurnSteps words={words} step={step} playing={playing} onStep={onStep} onStop={onStop} />);
  return { onStep, onStop };
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("TurnSteps", () => {
  test("offers the turns to everybody", () => {
    const { onStep } = show(undefined);
    expect(screen.getByText("In three turns")).toBeDefined();
    press("Step by step");
    expect(onStep).toHaveBeenCalledWith(1);
  });

  test("tells the turn in words, and goes on and back", () => {
    const { onStep } = show(2);
    expect(screen.getByText("Turn 2 of 3")).toBeDefined();
    expect(screen.getByText("Trio passes on 18.")).toBeDefined();
    press("Next");
    press("Back");
    expect(onStep.mock.calls).toEqual([[3], [1]]);
  });

  test("the first turn has nothing before it, the last leads to the end", () => {
    show(1);
    expect(screen.getByRole("button", { name: "Back" }).hasAttribute("disabled")).toBe(true);
    cleanup();
    const { onStep } = show(3);
    press("End");
    expect(onStep).toHaveBeenCalledWith(undefined);
  });

  test("what shows itself can be stopped", () => {
    const { onStop } = show(1, true);
    expect(screen.queryByRole("button", { name: "Next" })).toBeNull();
    press("Stop");
    expect(onStop).toHaveBeenCalledOnce();
  });
});
