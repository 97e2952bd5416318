import { type KeyboardEvent, memo } from "react";
import { Swatch } from "../../../components/swatch.tsx";
import type { Address } from "../../../lib/address.ts";
import type { SceneNode } from "../layout/scene.ts";
import { KIND_FILL } from "./kind-colours.ts";
import { NodeOutline } from "./node-outline.tsx";
import type { NodeDrag } from "./use-node-drag.ts";

/** Smallest half height of what can be hit with a finger, in screen pixels. */
const HIT = 22;

/** What the nodes need. */
export type NodeLayerProps = {
  readonly nodes: readonly SceneNode[];
  /** What a screen reader says of each node. */
  readonly words: ReadonlyMap<Address, string>;
  readonly selected: Address | undefined;
  /** The node that takes in a gain. */
  readonly source: Address | undefined;
  /** Nodes that the visitor put where they are. */
  readonly pins: ReadonlySet<string>;
  /** The one node that Tab reaches; arrow keys walk on from it. */
  readonly tabStop: Address | undefined;
  /** Screen pixels in a world unit. */
  readonly scale: number;
  readonly onSelect: (node: Address) => void;
  readonly onFocus: (node: Address) => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, node: Address) => void;
  /** How nodes are dragged; where they are is not the visitor's to change when undefined. */
  readonly drag: NodeDrag | undefined;
};

/** Nodes: each a button with its cloth, its shape and its words. */
export const NodeLayer = memo(function NodeLayer(props: NodeLayerProps) {
  const { nodes, words, selected, source, pins, tabStop, scale, onSelect, onFocus, onKeyDown, drag } = props;
  return (
    <g>
      {nodes.map((node) => (
        // biome-ignore lint/a11y/useSemanticElements: a <button> can't stand inside an <svg>
        <g
          key={node.id}
          data-node={node.id}
          data-still={drag ? "" : undefined}
          role="button"
          tabIndex={node.id === tabStop ? 0 : -1}
          aria-pressed={node.id === selected}
          aria-label={words.get(node.id) ?? node.name}
          transform={`translate(${node.x} ${node.y})`}
          className="group cursor-pointer outline-none"
          onClick={() => !drag?.endsDrag() && onSelect(node.id)}
          onPointerDown={drag && ((event) => drag.onPointerDown(event, node.id, node))}
          onPointerMove={drag?.onPointerMove}
          onPointerUp={drag?.onPointerUp}
          onPointerCancel={drag?.onPointerUp}
          onFocus={() => onFocus(node.id)}
          onKeyDown={(event) => onKeyDown(event, node.id)}
        >
          <circle r={Math.max(node.radius + 4, HIT / scale)} fill="transparent" />
          <NodeFace
            node={node}
            selected={node.id === selected}
            source={node.id === source}
            pinned={pins.has(node.id)}
          />
          <NodeOutline
            kind={node.kind}
            radius={node.radius + 11}
            strokeWidth={2.5}
            className="stroke-focus opacity-0 group-focus-visible:opacity-100"
          />
        </g>
      ))}
    </g>
  );
});

const NodeFace = memo(function NodeFace(props: {
  readonly node: SceneNode;
  readonly selected: boolean;
  readonly source: boolean;
  readonly pinned: boolean;
}) {
  const { node, selected, source, pinned } = props;
  const { kind, radius } = node;
  const size = 2 * radius;
  return (
    <>
      <NodeOutline kind={kind} radius={radius + 3.5} className="fill-ground stroke-ground" />
      {kind === "wallet" ? (
        <NodeOutline kind={kind} radius={radius - 1.5} strokeWidth={3} className="fill-ground stroke-wallet" />
      ) : (
        <g transform={`translate(${-radius} ${-radius})`}>
          <Swatch address={node.id} kind={kind} size={size} treasury={node.treasury} />
        </g>
      )}
      {selected && kind === "wallet" && <circle r={radius * 0.36} className={KIND_FILL.wallet} />}
      {(selected || source) && (
        <NodeOutline
          kind={kind}
          radius={radius + 6}
          strokeWidth={2.5}
          className={source ? "stroke-thread" : "stroke-ink"}
        />
      )}
      {pinned && <PinMark x={radius * 0.8} y={-radius * 0.8} />}
    </>
  );
});

/** A small pin at a corner of what was put in its place by hand. */
export function PinMark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="7.5" className="fill-ink stroke-ground" strokeWidth="2" />
      <path
        d="M-2.6-3.4H2.6M-1.7-3.4V0L-3 1.2H3L1.7 0V-3.4M0 1.2V4.6"
        className="fill-none stroke-cloth"
        strokeWidth="1.2"
      />
    </g>
  );
}
