// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { layOutCloth } from "../model/cloth-layout.ts";
import { ClothCrossings } from "./cloth-crossings.tsx";

const thread = (name: string) => ({ share: 0.5, label: { full: name, forms: [name] as const } });
const members = ["Ada", "Ben", "Cleo"].map(thread);
const holders = ["Ada", "Ben"].map(thread);

function renderCloth() {
  const layout = layOutCloth(members, holders, 600);
  if (layout === undefined) throw new Error("There is something to weave.");
  const onActiveChange = vi.fn();
  render(
    <ClothCrossings
      layout={layout}
      label="The cloth"
      words={({ member, holder }) => `${members[member]?.label.full} to ${holders[holder]?.label.full}`}
      onActiveChange={onActiveChange}
    />,
  );
  return onActiveChange;
}

const cell = (name: string) => screen.getByRole("gridcell", { name });

describe("ClothCrossings", () => {
  afterEach(cleanup);

  it("says at every crossing what passes there, with one stop for the Tab key", () => {
    renderCloth();
    const cells = screen.getAllByRole("gridcell");
    expect(cells).toHaveLength(6);
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toEqual([cell("Ada to Ada")]);
  });

  it("moves with the arrow keys and stops at the edges", () => {
    const onActiveChange = renderCloth();
    cell("Ada to Ada").focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    press("ArrowRight");
    press("ArrowDown");
    expect(document.activeElement).toBe(cell("Ben to Ben"));
    press("ArrowDown");
    expect(document.activeElement).toBe(cell("Ben to Ben"));
    press("End");
    expect(document.activeElement).toBe(cell("Cleo to Ben"));
    press("Home");
    press("ArrowUp");
    expect(document.activeElement).toBe(cell("Ada to Ada"));
    expect(onActiveChange).toHaveBeenLastCalledWith({ member: 0, holder: 0 });
  });

  it("answers to the pointer, and lets go when it leaves", () => {
    const onActiveChange = renderCloth();
    fireEvent.pointerEnter(cell("Cleo to Ada"));
    expect(onActiveChange).toHaveBeenLastCalledWith({ member: 2, holder: 0 });
    fireEvent.pointerLeave(screen.getByRole("grid"));
    expect(onActiveChange).toHaveBeenLastCalledWith(undefined);
  });
});
