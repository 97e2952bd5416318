// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Solving } from "./solving.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it.each([
  [214_880, "Reading block 214,880 …"],
  [undefined, "Reading the newest block …"],
])("says what it reads once it takes two seconds", (block, words) => {
  render(<Solving block={block} />);
  act(() => vi.advanceTimersByTime(1_900));
  expect(screen.getByRole("status").textContent).toBe("");
  act(() => vi.advanceTimersByTime(200));
  expect(screen.getByRole("status").textContent).toBe(words);
});
