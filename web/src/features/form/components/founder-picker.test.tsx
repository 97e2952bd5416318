// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { newFounder } from "../model/form-draft.ts";
import { readFounders } from "../model/read-founders.ts";
import { FounderPicker } from "./founder-picker.tsx";

const snapshot = trioSnapshot();

function Picker({ member = "" }: { readonly member?: string }) {
  const [chosen, setChosen] = useState(member);
  const [row] = readFounders(snapshot, [newFounder([], chosen)]).rows;
  return row && <FounderPicker snapshot={snapshot} row={row} added={false} onChoose={setChosen} />;
}

const field = () => screen.getByRole("combobox", { name: "Person or network" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

afterEach(cleanup);

describe("FounderPicker", () => {
  it("finds by name, and the keys choose", () => {
    render(<Picker />);
    field().focus();
    type("c");
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toHaveLength(1);
    type("t");
    fireEvent.keyDown(field(), { key: "ArrowDown" });
    fireEvent.keyDown(field(), { key: "ArrowUp" });
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(screen.getByRole("button", { name: "Change Trio" })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe("Change Trio");
  });

  it("finds by a person’s address", () => {
    render(<Picker />);
    field().focus();
    type(tokens.ada);
    fireEvent.click(screen.getByRole("option", { name: /Ada Okafor/ }));
    expect(screen.getByText(/stakes from/)).toBeTruthy();
  });

  it("says that nobody fits, and Escape empties the field", () => {
    render(<Picker />);
    field().focus();
    type("nobody");
    expect(screen.getByText(/Nobody by that name has launched a token/)).toBeTruthy();
    fireEvent.keyDown(field(), { key: "Escape" });
    expect((field() as HTMLInputElement).value).toBe("");
  });

  it("chooses again, with the keys in the field at once", () => {
    render(<Picker member={tokens.ben} />);
    expect(document.activeElement).toBe(document.body);
    fireEvent.click(screen.getByRole("button", { name: "Change Ben Lindqvist" }));
    expect(document.activeElement).toBe(field());
  });
});
