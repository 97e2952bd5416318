// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Amount } from "./amount.tsx";

afterEach(cleanup);

test("a rounded amount gives every digit to the keyboard, to hovering and to programs", () => {
  render(<Amount wei={78_428_571_428_571_428_571n} unit="ETH" />);
  const amount = screen.getByText("78.43");
  expect(amount.getAttribute("title")).toBe("78.428571428571428571 ETH");
  expect(amount.getAttribute("value")).toBe("78.428571428571428571");
  expect(amount.tabIndex).toBe(0);
});

test("an amount that is not rounded is no stop on the keyboard's way", () => {
  render(<Amount wei={12_000n * 10n ** 18n} unit="ADA" />);
  const amount = screen.getByText("12,000");
  expect(amount.hasAttribute("tabindex")).toBe(false);
  expect(amount.hasAttribute("title")).toBe(false);
});
