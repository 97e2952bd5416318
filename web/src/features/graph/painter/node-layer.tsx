import { type KeyboardEvent, memo } from "react";
import { Swatch } from "../../../components/swatch.tsx";
import type { Address } from "../../../lib/address.ts";
import type { SceneNode } from "../layout/scene.ts";
import { KIND_FILL } from "./kind-colours.ts";
import { NodeOutline } from "./node-outline.tsx";

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
  /** The one node that Tab reaches; arrow keys walk on from it. */
  readonly tabStop: Address | undefined;
  /** Screen pixels in a world unit. */
  readonly scale: number;
  readonly onSelect: (node: Address) => void;
  readonly onFocus: (node: Address) => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, node: Address) => void;
};

/** Nodes: each a button with its cloth, its shape and its words. */
export const NodeLayer = memo(function NodeLayer(props: NodeLayerProps) {
  const { nodes, words, selected, source, tabStop, scale, onSelect, onFocus, onKeyDown } = props;
  return (
    <g>
      {nodes.map((node) => (
        // biome-ignore lint/a11y/useSemanticElements: a <button> can't stand inside an <svg>
        <g
          key={node.id}
          data-node={node.id}
          role="button"
          tabIndex={node.id === tabStop ? 0 : -1}
          aria-pressed={node.id === selected}
          aria-label={words.get(node.id) ?? node.name}
          transform={`translate(${node.x} ${node.y})`}
          className="group cursor-pointer outline-none"
          onClick={() => onSelect(node.id)}
          onFocus={() => onFocus(node.id)}
          onKeyDown={(event) => onKeyDown(event, node.id)}
        >
          <circle r={Math.max(node.radius + 4, HIT / scale)} fill="transparent" />
          <NodeFace node={node} selected={node.id === selected} source={node.id === source} />
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
}) {
  const { node, selected, source } = props;
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
    </>
  );
});
