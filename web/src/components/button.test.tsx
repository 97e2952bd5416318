// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "./button.tsx";

const HERE = { clientX: 40, clientY: 400 };

function show() {
  const onClick = vi.fn();
  const onOther = vi.fn();
  render(
    <>
      <Button onClick={onClick}>Claim</Button>
      <button type="button" onClick={onOther}>
        Other
      </button>
    </>,
  );
  const press = () => fireEvent.pointerDown(screen.getByRole("button", { name: "Claim" }), HERE);
  return { onClick, onOther, press, other: screen.getByRole("button", { name: "Other" }) };
}

afterEach(cleanup);

test("a press counts once for the button that it began on, whatever lies there when it ends", () => {
  const { onClick, onOther, press, other } = show();
  press();
  fireEvent.click(other, { ...HERE, clientY: HERE.clientY + 3 });
  expect(onClick).toHaveBeenCalledOnce();
  expect(onOther).not.toHaveBeenCalled();
  press();
  fireEvent.click(screen.getByRole("button", { name: "Claim" }), HERE);
  expect(onClick).toHaveBeenCalledTimes(2);
  fireEvent.click(other, HERE);
  expect(onOther).toHaveBeenCalledOnce();
});

test.each([
  ["moved away", (other: HTMLElement) => fireEvent.click(other, { ...HERE, clientY: HERE.clientY + 60 })],
  ["became a scroll", (other: HTMLElement) => fireEvent.pointerCancel(other) && fireEvent.click(other, HERE)],
  ["was followed by another", (other: HTMLElement) => fireEvent.pointerDown(other) && fireEvent.click(other, HERE)],
])("a press that %s is none", (_, end) => {
  const { onClick, onOther, press, other } = show();
  press();
  end(other);
  expect(onClick).not.toHaveBeenCalled();
  expect(onOther).toHaveBeenCalledOnce();
});
