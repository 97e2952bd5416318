// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { RealizedGain } from "../../../data/person.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { GainsBars } from "./gains-bars.tsx";

const gain = (number: number, amount: bigint): RealizedGain => ({
  id: `${number}`,
  number,
  amount,
  duration: 0,
  evidence: "",
  timestamp: 1_790_000_000 + number * 86_400,
  transaction: "0x",
});

describe("GainsBars", () => {
  afterEach(cleanup);

  it("draws oldest left, the largest full height, and says so", () => {
    const { container } = render(<GainsBars gains={[gain(1, 4n * ONE), gain(0, ONE)]} unit="ETH" decimals={18} />);
    expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(/^2 gains from .+ to .+, the largest 4 ETH\.$/);
    const heights = [...container.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("height")));
    expect(heights).toEqual([24, 96]);
  });

  it("does not draw a single gain: the list says it", () => {
    const { container } = render(<GainsBars gains={[gain(0, ONE)]} unit="ETH" decimals={18} />);
    expect(container.childElementCount).toBe(0);
  });
});
