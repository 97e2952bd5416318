// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { MOST_POINTS } from "./reduce-points.ts";
import { Spark } from "./spark.tsx";

const ONE = 10n ** 18n;

afterEach(cleanup);

/** The points of the line, from left to right: x to the right, y down. */
function pointsOf(container: HTMLElement): readonly (readonly [number, number])[] {
  const line = container.querySelectorAll("path")[1]?.getAttribute("d") ?? "";
  return [...line.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

it("grows from the bottom left to the top right, and says in a sentence what it shows", () => {
  const { container } = render(<Spark sentence="Income of Ada" values={[0n, ONE, 4n * ONE]} decimals={18} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe("Income of Ada");
  const points = pointsOf(container);
  expect(points.map(([x]) => x)).toEqual([0, 44, 88]);
  const [bottom = 0, between = 0, top = 0] = points.map(([, y]) => y);
  expect((bottom - between) * 4).toBeCloseTo(bottom - top);
});

it("draws two points a pixel at most", () => {
  const values = Array.from({ length: MOST_POINTS + 1 }, (_, index) => BigInt(index) * ONE);
  const { container } = render(<Spark sentence="Income" values={values} decimals={18} />);
  expect(pointsOf(container).length).toBeLessThanOrEqual(2 * 88 + 2);
});
