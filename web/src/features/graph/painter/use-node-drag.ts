import { type PointerEvent, useCallback, useRef } from "react";
import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import type { Camera } from "../layout/fit.ts";

/** A finger or a mouse that moves less than this presses and does not drag, in screen pixels. */
const SLACK = 5;

/** What a drag tells, in world units. */
export type DragListener = {
  readonly onMove: (node: Address, place: Point) => void;
  readonly onDrop: (node: Address, place: Point) => void;
};

/** Pointer events of a node that can be dragged to another place. */
export type NodeDrag = {
  readonly onPointerDown: (event: PointerEvent<SVGGElement>, node: Address, at: Point) => void;
  readonly onPointerMove: (event: PointerEvent<SVGGElement>) => void;
  readonly onPointerUp: (event: PointerEvent<SVGGElement>) => void;
  /** Whether the click that follows belongs to a drag, and means nothing by itself. */
  readonly endsDrag: () => boolean;
};

type Held = { readonly node: Address; readonly at: Point; readonly x: number; readonly y: number; moved: boolean };

/** Lets nodes be dragged; a press without a way is left to the click that follows it. */
export function useNodeDrag(camera: Camera, listener: DragListener): NodeDrag {
  const held = useRef<Held>(undefined);
  const dragged = useRef(false);
  const now = useRef({ camera, listener });
  now.current = { camera, listener };

  const onPointerDown = useCallback((event: PointerEvent<SVGGElement>, node: Address, at: Point) => {
    dragged.current = false;
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { node, at, x: event.clientX, y: event.clientY, moved: false };
  }, []);
  const onPointerMove = useCallback((event: PointerEvent<SVGGElement>) => {
    const from = held.current;
    if (!from) return;
    from.moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLACK;
    if (from.moved) now.current.listener.onMove(from.node, placeOf(from, event, now.current.camera));
  }, []);
  const onPointerUp = useCallback((event: PointerEvent<SVGGElement>) => {
    const from = held.current;
    held.current = undefined;
    if (!from?.moved) return;
    dragged.current = true;
    now.current.listener.onDrop(from.node, placeOf(from, event, now.current.camera));
  }, []);
  const endsDrag = useCallback(() => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  }, []);
  return { onPointerDown, onPointerMove, onPointerUp, endsDrag };
}

/** Where a held node is now, in world units. */
function placeOf(from: Held, event: PointerEvent, { k }: Camera): Point {
  return { x: from.at.x + (event.clientX - from.x) / k, y: from.at.y + (event.clientY - from.y) / k };
}
