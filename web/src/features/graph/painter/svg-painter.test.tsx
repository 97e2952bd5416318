// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { layOut } from "../layout/testing/lay-out.ts";
import { graphCircles } from "../model/graph-circles.ts";
import { graphView } from "../model/graph-view.ts";
import type { PainterProps } from "./painter.ts";
import { SvgPainter } from "./svg-painter.tsx";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const scene = layOut(view, graphCircles(snapshot, view));

/** jsdom lays nothing out: the canvas gets a size, and what watches sizes has nothing to tell. */
beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1000, 800));
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const show = (props: Partial<PainterProps> = {}) => {
  const onSelect = vi.fn();
  const onDrop = vi.fn();
  const onTogglePin = vi.fn();
  const { container } = render(
    <SvgPainter
      scene={scene}
      label="Ownership graph"
      selected={undefined}
      source={undefined}
      concerned={undefined}
      lookThrough={[]}
      chips={new Map()}
      coming={new Map()}
      moving={undefined}
      margins={{ top: 20, right: 20, bottom: 20, left: 20 }}
      pins={new Set()}
      subject="all"
      onSelect={onSelect}
      onMove={vi.fn()}
      onDrop={onDrop}
      onLayOut={vi.fn()}
      onGround={vi.fn()}
      onTogglePin={onTogglePin}
      onTurnEnd={vi.fn()}
      {...props}
    />,
  );
  return { onSelect, onDrop, onTogglePin, container };
};
const node = (name: RegExp) => screen.getByRole("button", { name });

describe("SvgPainter", () => {
  test("every node is a button that says who it is and what it is tied to", () => {
    show();
    expect(node(/^Ada Okafor, person\. Held by Trio 20\.0 %/)).toBeDefined();
    expect(node(/^Trio, network/)).toBeDefined();
    expect(screen.getAllByRole("button", { name: /person|network/ })).toHaveLength(4);
  });

  test("one node can be reached by Tab, the others by arrows along threads", () => {
    show({ selected: tokens.ada });
    const ada = node(/^Ada/);
    expect(ada.getAttribute("tabindex")).toBe("0");
    expect(ada.getAttribute("aria-pressed")).toBe("true");
    ada.focus();
    for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]) {
      if (document.activeElement === ada) fireEvent.keyDown(ada, { key });
    }
    expect(document.activeElement).not.toBe(ada);
    expect(document.activeElement?.getAttribute("tabindex")).toBe("0");
    expect(ada.getAttribute("tabindex")).toBe("-1");
  });

  test("Page Down goes through all nodes and round again", () => {
    show();
    const start = node(/^Ada/);
    start.focus();
    const seen = new Set<Element | null>();
    for (let step = 0; step < 4; step++) {
      fireEvent.keyDown(document.activeElement as Element, { key: "PageDown" });
      seen.add(document.activeElement);
    }
    expect(seen.size).toBe(4);
    expect(document.activeElement).toBe(start);
  });

  test("Enter, Space and a click select, Escape lets go", () => {
    const { onSelect } = show();
    fireEvent.keyDown(node(/^Ben/), { key: "Enter" });
    fireEvent.keyDown(node(/^Trio/), { key: " " });
    fireEvent.click(node(/^Cleo/));
    fireEvent.keyDown(node(/^Cleo/), { key: "Escape" });
    expect(onSelect.mock.calls).toEqual([[tokens.ben], [tokens.trio], [tokens.cleo], [undefined]]);
  });

  test("P pins, Shift and an arrow move, and a pinned node says so", () => {
    const { onTogglePin, onDrop } = show({ pins: new Set([tokens.ben]) });
    fireEvent.keyDown(node(/^Ada/), { key: "p" });
    fireEvent.keyDown(node(/^Trio/), { key: "ArrowUp", shiftKey: true });
    const trio = scene.nodeById.get(tokens.trio);
    expect(onTogglePin.mock.calls).toEqual([[tokens.ada]]);
    expect(onDrop.mock.calls).toEqual([[tokens.trio, { x: trio?.x, y: (trio?.y ?? 0) - 12 }]]);
    expect(node(/^Ben.*\. Pinned$/)).toBeDefined();
  });

  test("a node that is dragged is put down where the hand lets go; a press without a way selects", () => {
    Element.prototype.setPointerCapture = vi.fn();
    const { onDrop, onSelect, container } = show();
    const scale = Number(
      /scale\(([\d.]+)\)/.exec(container.querySelector("svg > g")?.getAttribute("transform") ?? "")?.[1],
    );
    const ada = node(/^Ada/);
    fireEvent.pointerDown(ada, { clientX: 100, clientY: 100, button: 0 });
    fireEvent.pointerMove(ada, { clientX: 140, clientY: 100 });
    fireEvent.pointerUp(ada, { clientX: 140, clientY: 100 });
    fireEvent.click(ada);
    const from = scene.nodeById.get(tokens.ada);
    expect(onDrop).toHaveBeenCalledOnce();
    const [id, place] = onDrop.mock.calls[0] ?? [];
    expect(id).toBe(tokens.ada);
    expect(place.x).toBeCloseTo((from?.x ?? 0) + 40 / scale, 6);
    expect(onSelect).not.toHaveBeenCalled();
    fireEvent.pointerDown(ada, { clientX: 100, clientY: 100, button: 0 });
    fireEvent.pointerUp(ada, { clientX: 101, clientY: 100 });
    fireEvent.click(ada);
    expect(onSelect.mock.calls).toEqual([[tokens.ada]]);
  });

  test("names, chips and the words of the circle stand in the picture", () => {
    const chips = new Map([[tokens.ada, "+78.43"]]);
    const { container } = show({ chips, coming: chips });
    const words = [...container.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toEqual(
      expect.arrayContaining(["Ada", "Ben", "Cleo", "Trio", "+78.43", "circle of two", "6.7 % comes round again"]),
    );
  });

  test("threads that don't matter now step back", () => {
    const { container } = show({ concerned: new Set([`${tokens.ada} ${tokens.trio}`]) });
    expect(container.querySelectorAll('path[opacity="1"]')).toHaveLength(1);
    expect(container.querySelectorAll('path[opacity="0.34"]')).toHaveLength(5);
  });
});
