// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphView } from "../model/graph-view.ts";
import { GainForm } from "./gain-form.tsx";

afterEach(cleanup);

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const show = (id: (typeof tokens)[keyof typeof tokens], gain?: string) => {
  const onWatch = vi.fn();
  const node = view.nodes.get(id);
  if (!node) throw new Error("the worked example has this node");
  render(<GainForm node={node} currency={snapshot.protocol} gain={gain} onWatch={onWatch} />);
  return onWatch;
};
const watch = () => fireEvent.click(screen.getByRole("button", { name: "Watch" }));

describe("GainForm", () => {
  test("people realize, networks take in", () => {
    show(tokens.ada);
    expect(screen.getByLabelText("If Ada realizes")).toHaveProperty("value", "90");
    cleanup();
    show(tokens.trio, "12");
    expect(screen.getByLabelText("If Trio takes in")).toHaveProperty("value", "12");
  });

  test("gives a plain decimal, whatever way it was typed", () => {
    const onWatch = show(tokens.ada);
    fireEvent.change(screen.getByLabelText("If Ada realizes"), { target: { value: "12,000.50" } });
    watch();
    expect(onWatch).toHaveBeenCalledWith("12000.5");
  });

  test.each(["", "0", "-3", "many", "1,5"])("refuses %o and says why", (typed) => {
    const onWatch = show(tokens.ada);
    const field = screen.getByLabelText("If Ada realizes");
    fireEvent.change(field, { target: { value: typed } });
    watch();
    expect(onWatch).not.toHaveBeenCalled();
    expect(screen.getByRole("alert").textContent?.length).toBeGreaterThan(10);
    expect(field.getAttribute("aria-invalid")).toBe("true");
  });
});
