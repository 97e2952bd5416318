// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Combobox } from "./combobox.tsx";

const FRUIT = ["apple", "apricot", "avocado"];

function Field(props: { readonly onChoose?: (item: string) => void; readonly onEscape?: () => void }) {
  const [text, setText] = useState("");
  return (
    <Combobox
      label="Fruit"
      listLabel="Fruits"
      placeholder="Fruit"
      text={text}
      onTextChange={setText}
      items={FRUIT.filter((fruit) => fruit.startsWith(text))}
      keyOf={(fruit) => fruit}
      onChoose={props.onChoose ?? (() => undefined)}
      empty="No such fruit."
      frameClass=""
      listClass=""
      {...(props.onEscape ? { onEscape: props.onEscape } : {})}
    >
      {(fruit) => fruit}
    </Combobox>
  );
}

const field = () => screen.getByRole("combobox", { name: "Fruit" }) as HTMLInputElement;
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const active = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent;

afterEach(cleanup);

describe("Combobox", () => {
  it("is closed until something is typed in it, and after it was left", () => {
    render(<Field />);
    field().focus();
    expect(field().getAttribute("aria-expanded")).toBe("false");
    type("a");
    expect(field().getAttribute("aria-expanded")).toBe("true");
    expect(screen.getAllByRole("option")).toHaveLength(3);
    field().blur();
    fireEvent.blur(field());
    expect(field().getAttribute("aria-expanded")).toBe("false");
  });

  it("goes through the answers by the arrows, around both ends, and begins again with another text", () => {
    render(<Field />);
    field().focus();
    type("a");
    expect(active()).toBe("apple");
    press("ArrowUp");
    expect(active()).toBe("avocado");
    press("ArrowDown");
    press("ArrowDown");
    expect(active()).toBe("apricot");
    type("ap");
    expect(active()).toBe("apple");
    expect(screen.getAllByRole("option", { selected: true })).toHaveLength(1);
  });

  it("chooses by Enter and by a click, never while a letter is composed", () => {
    const onChoose = vi.fn();
    render(<Field onChoose={onChoose} />);
    field().focus();
    press("Enter");
    type("av");
    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    expect(onChoose).not.toHaveBeenCalled();
    press("Enter");
    expect(onChoose).toHaveBeenLastCalledWith("avocado");
    type("ap");
    fireEvent.click(screen.getByRole("option", { name: "apricot" }));
    expect(onChoose).toHaveBeenLastCalledWith("apricot");
  });

  it("empties by Escape, then leaves; a dialog around it closes only by the second", () => {
    const onEscape = vi.fn();
    render(<Field onEscape={onEscape} />);
    field().focus();
    type("a");
    press("Escape");
    expect(field().value).toBe("");
    expect(onEscape).not.toHaveBeenCalled();
    press("Escape");
    expect(onEscape).toHaveBeenCalledOnce();
    cleanup();
    render(<Field />);
    const pressed = createEvent.keyDown(field(), { key: "Escape" });
    fireEvent(field(), pressed);
    expect(pressed.defaultPrevented).toBe(false);
  });

  it("says how many answers there are, or that there are none", () => {
    render(<Field />);
    field().focus();
    type("ap");
    expect(screen.getByRole("status").textContent).toBe("2 answers");
    type("x");
    expect(screen.getByRole("status").textContent).toBe("No such fruit.");
    press("ArrowDown");
    expect(active()).toBeUndefined();
  });
});
