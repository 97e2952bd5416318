import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** The point that is read: by its index, and whether keys or a pointer led there. */
interface Place {
  readonly index: number;
  readonly byKey: boolean;
}

/** Where a chart's cursor is, and what moves it. */
export interface Cursor {
  /** Index of the point under the cursor; undefined while nobody reads one. */
  readonly index: number | undefined;
  /** Whether keys moved it last: only then is the value read out. */
  readonly byKey: boolean;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onBlur: () => void;
  };
}

/** Keys that move a cursor among `count` points: where to, from the point where it is or, without one, from the last. */
export function moveCursor(key: string, index: number | undefined, count: number): number | undefined {
  const last = count - 1;
  const leap = Math.max(2, Math.round(count / 10));
  const to = (next: number): number => Math.min(last, Math.max(0, next));
  switch (key) {
    case "ArrowLeft":
      return to(index === undefined ? last : index - 1);
    case "ArrowRight":
      return to(index === undefined ? last : index + 1);
    case "PageDown":
      return to((index ?? last) - leap);
    case "PageUp":
      return to((index ?? last) + leap);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** A cursor over `count` points; `indexAt` finds the one nearest to pixels from the drawing’s left edge. */
export function useCursor(count: number, indexAt: (x: number) => number): Cursor {
  const [place, setPlace] = useState<Place>();
  const index = place && place.index < count ? place.index : undefined;
  const point = (event: PointerEvent): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setPlace({ index: Math.min(count - 1, Math.max(0, indexAt(event.clientX - left))), byKey: false });
  };
  return {
    index,
    byKey: place?.byKey ?? false,
    handlers: {
      onKeyDown: (event) => {
        if (event.key === "Escape") return setPlace(undefined);
        const next = moveCursor(event.key, index, count);
        if (next === undefined) return;
        event.preventDefault();
        setPlace({ index: next, byKey: true });
      },
      onPointerMove: point,
      onPointerDown: point,
      onPointerLeave: () => setPlace((now) => (now?.byKey ? now : undefined)),
      onBlur: () => setPlace(undefined),
    },
  };
}
