// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { gainFlow } from "../flow/gain-flow.ts";
import { moneyWords } from "../flow/money-words.ts";
import { graphView } from "../model/graph-view.ts";
import { GainResult } from "./gain-result.tsx";

afterEach(cleanup);

const GAIN = 90n * ONE;
const show = (snapshot: ReturnType<typeof trioSnapshot>, token: `0x${string}`, step?: number) => {
  const view = graphView(snapshot);
  const onSelect = vi.fn();
  const { container } = render(
    <GainResult
      flow={gainFlow(snapshot, view, token, GAIN)}
      view={view}
      money={moneyWords(GAIN, 18)}
      currency={snapshot.protocol}
      step={step}
      onSelect={onSelect}
    />,
  );
  return { onSelect, amounts: () => [...container.querySelectorAll("data")].map((data) => data.textContent) };
};

describe("GainResult", () => {
  test("who gets how much, how it came, and together exactly the gain", () => {
    const { amounts, onSelect } = show(trioSnapshot(), tokens.ada);
    expect(screen.getByText("In the end it rests with three people")).toBeDefined();
    expect(amounts()).toEqual(["78.43 ETH", "6.43 ETH", "5.14 ETH", "90.00 ETH"]);
    expect(screen.getByText("keeps 72, 6.43 comes back through Trio")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Cleo" }));
    expect(onSelect).toHaveBeenCalledWith(tokens.cleo);
  });

  test("after a turn, what is still on its way is part of the sum", () => {
    const { amounts } = show(trioSnapshot(), tokens.ada, 1);
    expect(amounts()).toEqual(["72.00 ETH", "18.00 ETH", "90.00 ETH"]);
    expect(screen.getByText("Still on its way")).toBeDefined();
  });

  test("a closed circle says where money is stuck", () => {
    const [left, right] = [sampleAddress(1), sampleAddress(2)];
    const closed = sampleSnapshot(
      [
        { address: left, name: "Left", symbol: "L" },
        { address: right, name: "Right", symbol: "R" },
      ],
      [
        { token: left, holder: right, balance: ONE },
        { token: right, holder: left, balance: ONE },
      ],
    );
    const { amounts } = show(closed, left);
    expect(screen.getByText(/Stuck at Left/)).toBeDefined();
    expect(amounts()).toEqual(["90.00 ETH", "90.00 ETH"]);
  });

  test("many receivers: the largest first, the others when asked", () => {
    const [token, person] = [sampleAddress(1), sampleAddress(2)];
    const wide = sampleSnapshot(
      [{ address: token, name: "Dev", symbol: "DEV", person }],
      Array.from({ length: 12 }, (_, index) => ({ token, holder: sampleAddress(10 + index), balance: ONE })),
    );
    const { amounts } = show(wide, token);
    expect(amounts()).toHaveLength(9);
    fireEvent.click(screen.getByRole("button", { name: "30.00 ETH with 4 more" }));
    expect(amounts()).toHaveLength(13);
  });
});
