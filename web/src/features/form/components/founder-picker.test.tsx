// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { ownershipQueryOptions, useOwnership } from "../../../data/ownership.ts";
import { foundersOf } from "../../../data/testing/founders-of.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { newFounder } from "../model/form-draft.ts";
import { readFounders } from "../model/read-founders.ts";
import { FounderPicker } from "./founder-picker.tsx";

const snapshot = trioSnapshot();

function Picker({ member = "" }: { readonly member?: string }) {
  const [chosen, setChosen] = useState(member);
  const [row] = readFounders(foundersOf(snapshot), [newFounder([], chosen)], undefined).rows;
  return row && <FounderPicker row={row} added={false} onChoose={setChosen} />;
}

/** A page that follows the whole graph. */
function Follower({ member }: { readonly member: string }) {
  useOwnership();
  return <Picker member={member} />;
}

/** The page finds in what it follows. */
function show(member = "") {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(ownershipQueryOptions().queryKey, snapshot);
  render(
    <QueryClientProvider client={client}>
      <Follower member={member} />
    </QueryClientProvider>,
  );
}

const field = () => screen.getByRole("combobox", { name: "Person or network" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

afterEach(cleanup);

describe("FounderPicker", () => {
  it("finds by name, and the keys choose", () => {
    show();
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
    show();
    field().focus();
    type(tokens.ada);
    fireEvent.click(screen.getByRole("option", { name: /Ada Okafor/ }));
    expect(screen.getByText(/stakes from/)).toBeTruthy();
  });

  it("says that nobody fits, and Escape empties the field", () => {
    show();
    field().focus();
    type("nobody");
    expect(screen.getByText(/Nobody by that name has launched a token/)).toBeTruthy();
    fireEvent.keyDown(field(), { key: "Escape" });
    expect((field() as HTMLInputElement).value).toBe("");
  });

  it("chooses again, with the keys in the field at once", () => {
    show(tokens.ben);
    expect(document.activeElement).toBe(document.body);
    fireEvent.click(screen.getByRole("button", { name: "Change Ben Lindqvist" }));
    expect(document.activeElement).toBe(field());
  });
});
