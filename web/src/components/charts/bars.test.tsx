// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AreaChart } from "./area-chart.tsx";
import { Bars } from "./bars.tsx";
import type { ChartProps } from "./chart-data.ts";

const ONE = 10n ** 18n;

const chart = {
  sentence: "Income of Ada by day.",
  caption: "Income of Ada",
  timeHeader: "Day",
  unit: "ETH",
  decimals: 18,
  series: [
    { key: "realized", label: "Realized", mark: "solid" },
    { key: "given", label: "Given", mark: "dotted" },
  ],
  points: [
    { key: "1", label: "1 Nov 2026", values: [4n * ONE, 0n] },
    { key: "2", label: "2 Nov 2026", values: [0n, 0n] },
    { key: "3", label: "3 Nov 2026", values: [ONE, 2n * ONE] },
  ],
  tableShown: false,
  onTableShown: vi.fn(),
} satisfies ChartProps;

const growing = {
  ...chart,
  points: chart.points.map((point, index) => ({
    ...point,
    values: [[4n, 4n, 5n].map((n) => n * ONE)[index] ?? 0n, [0n, 0n, 2n].map((n) => n * ONE)[index] ?? 0n],
  })),
};

/** The drawing, with an axis that is 23 px wide or so: what is left has three bands. */
const image = () => screen.getByRole("img");
const heights = (container: HTMLElement, series: string) =>
  [...container.querySelectorAll(`rect[data-series=${series}]`)].map((bar) => Number(bar.getAttribute("height")));
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(image(), { key });
  return screen.getByRole("status").textContent;
};

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 330, 168));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("Bars", () => {
  it("draws values in proportion, in layers, and says in a sentence what it shows", () => {
    const { container } = render(<Bars {...chart} />);
    expect(image().getAttribute("aria-label")).toBe("Income of Ada by day.");
    const [first = 0, last = 0] = heights(container, "realized");
    const [given = 0] = heights(container, "given");
    expect(first / last).toBeCloseTo(4);
    expect(given / last).toBeCloseTo(2);
  });

  it("is read by arrow keys, from the newest on, and stops at the ends", () => {
    render(<Bars {...chart} />);
    expect(screen.getByRole("status").textContent).toBe("");
    expect(press("ArrowLeft")).toBe("3 Nov 2026: 3 ETH; realized 1 ETH, given 2 ETH");
    expect(press("ArrowLeft")).toBe("2 Nov 2026: nothing");
    expect(press("Home")).toBe("1 Nov 2026: 4 ETH; realized 4 ETH");
    expect(press("ArrowLeft")).toBe("1 Nov 2026: 4 ETH; realized 4 ETH");
    expect(press("End", "ArrowRight")).toBe("3 Nov 2026: 3 ETH; realized 1 ETH, given 2 ETH");
    expect(press("Escape")).toBe("");
  });

  it("shows sums, and under the pointer the values of one time, without reading them out", () => {
    const { container } = render(<Bars {...chart} />);
    const legend = container.querySelector("figure")?.firstElementChild;
    expect(legend?.textContent).toContain("All shown7 ETH");
    fireEvent.pointerMove(image(), { clientX: 300 });
    expect(legend?.textContent).toContain("3 Nov 20263 ETH");
    expect(screen.getByRole("status").textContent).toBe("");
    fireEvent.pointerLeave(image());
    expect(legend?.textContent).toContain("All shown");
  });

  it("has a table of the times at which something came in, newest first", () => {
    render(<Bars {...chart} />);
    expect(screen.queryByRole("table")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show as a table" }));
    expect(chart.onTableShown).toHaveBeenLastCalledWith(true);
    cleanup();
    render(<Bars {...chart} tableShown />);
    const rows = within(screen.getByRole("table", { name: "Income of Ada" })).getAllByRole("row");
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "DayRealizedGivenTogether",
      "3 Nov 20261 ETH2 ETH3 ETH",
      "1 Nov 20264 ETHnone4 ETH",
    ]);
  });
});

describe("AreaChart", () => {
  it("ends at the sum, which is what it shows while nobody reads a point", () => {
    const { container } = render(<AreaChart {...growing} />);
    expect(container.querySelector("figure")?.firstElementChild?.textContent).toContain("All shown7 ETH");
    expect(press("Home")).toBe("1 Nov 2026: 4 ETH; realized 4 ETH");
  });

  it("lists in its table when it grew", () => {
    render(<AreaChart {...growing} tableShown />);
    expect(screen.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
      "DayRealizedGivenTogether",
      "3 Nov 20265 ETH2 ETH7 ETH",
      "1 Nov 20264 ETHnone4 ETH",
    ]);
  });
});
