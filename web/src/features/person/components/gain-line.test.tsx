// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RealizedGain } from "../../../data/person.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { GainLine } from "./gain-line.tsx";

const dispute = (number: number, uri: string) => ({
  id: `${number}`,
  holder: sampleAddress(number),
  uri,
  timestamp: 1_790_086_400,
});

function renderLine(gain: Partial<RealizedGain>, onDispute?: () => void) {
  const whole: RealizedGain = {
    id: "0x01",
    number: 0,
    amount: 2n * ONE,
    duration: 0,
    evidence: "invoice 7",
    timestamp: 1_790_000_000,
    transaction: "0x",
    disputes: [],
    ...gain,
  };
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(
    <QueryClientProvider client={client}>
      <ul>
        <GainLine gain={whole} unit="ETH" decimals={18} onDispute={onDispute} />
      </ul>
    </QueryClientProvider>,
  );
}

describe("GainLine", () => {
  afterEach(cleanup);

  it("shows doubts with who has them, and opens no link but those of the web", () => {
    renderLine({
      disputes: [dispute(1, "https://example.org/no"), dispute(2, "javascript:alert(1)"), dispute(3, " ")],
    });
    const doubts = screen.getByRole("list", { name: /^Doubts about the gain/ });
    expect(within(doubts).getAllByRole("listitem")).toHaveLength(3);
    expect(
      within(doubts)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["https://example.org/no"]);
    expect(doubts.textContent).toContain("javascript:alert(1)");
    expect(doubts.textContent).toContain("without giving a reason");
  });

  it("says over what time it is paid out", () => {
    renderLine({ duration: 86_400 * 3 });
    expect(screen.getByText(/as reported, paid out over 3 days/)).toBeTruthy();
  });

  it("offers a dispute to who may have one", () => {
    const onDispute = vi.fn();
    renderLine({}, onDispute);
    fireEvent.click(screen.getByRole("button", { name: /^Dispute the gain of/ }));
    expect(onDispute).toHaveBeenCalledOnce();
    cleanup();
    renderLine({});
    expect(screen.queryByRole("button")).toBeNull();
  });
});
