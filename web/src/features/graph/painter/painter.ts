import type { Address } from "../../../lib/address.ts";
import type { BeadRun } from "../flow/beads.ts";
import type { Point } from "../geometry/curve.ts";
import type { Margins } from "../layout/fit.ts";
import type { Scene } from "../layout/scene.ts";

/** A part that is owned only in the end, through others: drawn dashed. */
export type LookThroughThread = {
  readonly id: string;
  readonly kind: "person" | "network";
  /** SVG path of its middle line, in world units. */
  readonly line: string;
};

/** One turn of a gain's flow, to be shown as beads that run along threads. */
export type MovingTurn = {
  /** Changes with every turn, so that the same threads run again. */
  readonly key: string;
  readonly runs: readonly BeadRun[];
  /** 1 for the first turn, paler with each. */
  readonly strength: number;
};

/** Everything that a painter shows. Places and shapes come with the scene: painters share one geometry. */
export type PainterProps = {
  readonly scene: Scene;
  /** What the picture is, in words. */
  readonly label: string;
  readonly selected: Address | undefined;
  /** The node that takes in a gain: it wears gold. */
  readonly source: Address | undefined;
  /** Threads that matter now; the others step back. All matter when undefined. */
  readonly concerned: ReadonlySet<string> | undefined;
  readonly lookThrough: readonly LookThroughThread[];
  /** Words under labels: what a node received or passes on. */
  readonly chips: ReadonlyMap<Address, string>;
  /** Chips that are to come: labels make room for them at once, so that none of them moves while a flow is shown. */
  readonly coming: ReadonlyMap<Address, string>;
  readonly moving: MovingTurn | undefined;
  /** Nodes that the visitor put where they are. */
  readonly pins: ReadonlySet<string>;
  /** Room that buttons take at the edges of the canvas, in screen pixels. */
  readonly margins: Margins;
  /** Changes when another part of the graph is looked at: only then the camera goes home by itself. */
  readonly subject: string;
  readonly onSelect: (node: Address | undefined) => void;
  /** A node is on its way to another place, in world units. */
  readonly onMove: (node: Address, place: Point) => void;
  /** A node was put to another place, in world units. */
  readonly onDrop: (node: Address, place: Point) => void;
  /** Forgets all places but those that were pinned. */
  readonly onLayOut: () => void;
  /** A place on the ground was pressed, in world units; lets go of what is selected when nothing is to be put there. */
  readonly onGround: (place: Point) => void;
  /** Pins a node where it is, or lets it go. */
  readonly onTogglePin: (node: Address) => void;
  /** All beads of the moving turn have arrived. */
  readonly onTurnEnd: () => void;
};
