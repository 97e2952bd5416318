// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useHeld } from "./use-held.ts";

it("keeps the value while it is held, and lets go after", () => {
  const { result, rerender } = renderHook(({ value, hold }) => useHeld(value, hold), {
    initialProps: { value: 1, hold: false },
  });
  rerender({ value: 2, hold: false });
  expect(result.current).toBe(2);
  rerender({ value: 3, hold: true });
  expect(result.current).toBe(2);
  rerender({ value: 4, hold: false });
  expect(result.current).toBe(4);
});
