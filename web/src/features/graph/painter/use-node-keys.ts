import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import { type Size, toScreen } from "../layout/fit.ts";
import type { Scene } from "../layout/scene.ts";
import { type Direction, walk } from "../model/neighbours.ts";
import { nodeWords } from "../model/node-words.ts";
import { ZOOM_STEP } from "./camera-gestures.ts";
import type { NodeLayerProps } from "./node-layer.tsx";
import type { PainterProps } from "./painter.ts";
import type { CameraControl } from "./use-camera.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Steps of Page Down and Page Up through all nodes, from left to right. */
const STEPS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/** How far Shift and an arrow move a node, in world units. */
const NUDGES: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -12 },
  ArrowDown: { x: 0, y: 12 },
  ArrowLeft: { x: -12, y: 0 },
  ArrowRight: { x: 12, y: 0 },
};

type Keys = Pick<NodeLayerProps, "words" | "tabStop" | "onSelect" | "onFocus" | "onKeyDown">;

/**
 * The keyboard on the graph: Tab reaches one node, arrows walk along threads, Page Down and Page Up go through all
 * nodes, Enter or Space selects, Escape lets go, + and − zoom, P pins, Shift with an arrow moves and so pins.
 */
export function useNodeKeys(
  props: Pick<PainterProps, "scene" | "selected" | "pins" | "onSelect" | "onDrop" | "onTogglePin">,
  control: Pick<CameraControl, "camera" | "moveTo" | "zoomBy">,
  size: Size | undefined,
): Keys {
  const { scene, selected, pins, onSelect, onDrop, onTogglePin } = props;
  const { camera, moveTo, zoomBy } = control;
  const [walker, setWalker] = useState<Address>();
  const words = useMemo(() => {
    const said = nodeWords(
      { nodes: scene.nodeById, threads: scene.threads, own: [], nodeOf: new Map() },
      scene.threads,
    );
    return new Map(Array.from(said, ([id, text]) => [id, pins.has(id) ? `${text}. Pinned` : text]));
  }, [scene, pins]);
  const inOrder = useMemo(
    () => [...scene.nodes].sort((a, b) => a.x - b.x || a.y - b.y).map((node) => node.id),
    [scene],
  );
  const known = (id: Address | undefined) => (id !== undefined && scene.nodeById.has(id) ? id : undefined);

  const onFocus = useCallback(
    (id: Address) => {
      setWalker(id);
      const node = scene.nodeById.get(id);
      if (!node || !size) return;
      const { x, y } = toScreen(camera, node);
      if (x < 0 || y < 0 || x > size.width || y > size.height) {
        moveTo({ k: camera.k, x: size.width / 2 - node.x * camera.k, y: size.height / 2 - node.y * camera.k });
      }
    },
    [scene, size, camera, moveTo],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<SVGGElement>, id: Address) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const nudge = event.shiftKey ? NUDGES[event.key] : undefined;
      const node = scene.nodeById.get(id);
      if (nudge && node) {
        event.preventDefault();
        onDrop(id, { x: node.x + nudge.x, y: node.y + nudge.y });
        return;
      }
      const next = nextNode(event.key, id, scene, inOrder);
      const acts = { select: () => onSelect(id), leave: () => onSelect(undefined), pin: () => onTogglePin(id), zoomBy };
      const act = actOf(event.key, acts);
      if (!isWalk(event.key) && !act) return;
      event.preventDefault();
      act?.();
      if (next) event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-node="${next}"]`)?.focus();
    },
    [scene, inOrder, onSelect, onDrop, onTogglePin, zoomBy],
  );

  return { words, tabStop: known(walker) ?? known(selected) ?? inOrder[0], onSelect, onFocus, onKeyDown };
}

function isWalk(key: string): boolean {
  return key in ARROWS || key in STEPS;
}

function nextNode(key: string, id: Address, scene: Scene, inOrder: readonly Address[]): Address | undefined {
  const direction = ARROWS[key];
  if (direction) return walk({ from: id, direction, places: scene.nodeById, threads: scene.threads });
  const step = STEPS[key];
  return step === undefined ? undefined : inOrder[(inOrder.indexOf(id) + step + inOrder.length) % inOrder.length];
}

function actOf(
  key: string,
  acts: { select: () => void; leave: () => void; pin: () => void; zoomBy: (factor: number) => void },
): (() => void) | undefined {
  switch (key) {
    case "Enter":
    case " ":
      return acts.select;
    case "Escape":
      return acts.leave;
    case "p":
    case "P":
      return acts.pin;
    case "+":
    case "=":
      return () => acts.zoomBy(ZOOM_STEP);
    case "-":
      return () => acts.zoomBy(1 / ZOOM_STEP);
    default:
      return undefined;
  }
}
