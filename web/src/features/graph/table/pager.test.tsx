// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { PAGE_LENGTH, Pager, pageCount } from "./pager.tsx";

afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("says which lines are shown and turns the pages", () => {
  const onPage = vi.fn();
  render(<Pager page={2} lines={3 * PAGE_LENGTH - 1} onPage={onPage} />);
  expect(screen.getByRole("status").textContent).toBe("26–50 of 74");
  fireEvent.click(button("Next"));
  fireEvent.click(button("Back"));
  expect(onPage.mock.calls).toEqual([[3], [1]]);
});

test("the first and the last page lead nowhere further", () => {
  const { rerender } = render(<Pager page={1} lines={30} onPage={vi.fn()} />);
  expect([button("Back").disabled, button("Next").disabled]).toEqual([true, false]);
  rerender(<Pager page={2} lines={30} onPage={vi.fn()} />);
  expect([button("Back").disabled, button("Next").disabled]).toEqual([false, true]);
  expect(screen.getByRole("status").textContent).toBe("26–30 of 30");
});

test("a table of one page has no pager", () => {
  const { container } = render(<Pager page={1} lines={PAGE_LENGTH} onPage={vi.fn()} />);
  expect(container.textContent).toBe("");
  expect([0, 1, PAGE_LENGTH, PAGE_LENGTH + 1].map(pageCount)).toEqual([1, 1, 1, 2]);
});
