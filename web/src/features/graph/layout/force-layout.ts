import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { Point } from "../geometry/curve.ts";
import { forceKeepApart } from "./keep-apart.ts";
import { forceKeepOut } from "./keep-out.ts";
import { startBeside } from "./start-beside.ts";
import { startingPlace } from "./starting-place.ts";
import { untangle } from "./untangle.ts";

/** Rounds that the forces act: after them nothing moves by a visible amount. */
const TICKS = 300;

/** Room kept free around a node for its label and chip, in world units. */
const LABEL_ROOM = 34;

/** What the layout has to know of a node. */
export type LayoutNode = { readonly id: string; readonly radius: number };

/** A pair of nodes that belong together; `strength` from 0 to 1 says how closely. */
export type LayoutLink = { readonly source: string; readonly target: string; readonly strength: number };

type Body = SimulationNodeDatum & { readonly id: string; readonly radius: number; x: number; y: number };

/** What is to be laid out. */
export type LayoutInput = {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  /** Width / height of the canvas: the picture grows along its longer side. */
  readonly aspect?: number;
  /** Ids of the nodes of each circle: others stay out of its field, and the fields out of each other. */
  readonly circles?: readonly (readonly string[])[];
  /** Nodes that stay where they are: those of an earlier picture, and those that were pinned. */
  readonly fixed?: ReadonlyMap<string, Point>;
};

/**
 * Places for all nodes, in world units: they start where the ids say, are untangled, and then forces act for a fixed
 * number of rounds, so that the same graph always makes the same picture around 0,0. With `fixed` places, only the others
 * move: they start beside those that they are tied to and make room among what is there.
 */
export function forceLayout(input: LayoutInput): ReadonlyMap<string, Point> {
  const { nodes, links, aspect = 1, circles = [], fixed = new Map() } = input;
  const reach = 60 * Math.sqrt(nodes.length);
  // By id, because forces act in order: the answer must not depend on the order in which the index lists nodes.
  const inOrder = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const starts = startBeside(inOrder, links, fixed);
  const bodies: Body[] = inOrder.map(({ id, radius }) => {
    const stays = fixed.get(id);
    const held = stays && { fx: stays.x, fy: stays.y };
    return { id, radius, ...(stays ?? starts.get(id) ?? startingPlace(id, reach)), ...held };
  });
  const fresh = bodies.every((body) => body.fx === undefined);
  const radiusOf = new Map(nodes.map((node) => [node.id, node.radius]));
  const tied = new Set(links.flatMap(({ source, target }) => [source, target]));
  const groups = circles.map((circle) => [...circle].sort());
  const hold = (body: Body) => (tied.has(body.id) ? 0.04 : 0.055);
  const springs = joinPairs(links).filter(({ source, target }) => radiusOf.has(source) && radiusOf.has(target));
  if (fresh) untangle(bodies, springs);
  forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, SimulationLinkDatum<Body> & LayoutLink>(springs as (SimulationLinkDatum<Body> & LayoutLink)[])
        .id((body) => body.id)
        .distance((link) => 96 + 60 * (1 - link.strength) + sumOfRadii(link, radiusOf))
        .strength((link) => 0.25 + 0.35 * link.strength),
    )
    .force(
      "charge",
      forceManyBody<Body>()
        .strength((body) => -640 - body.radius * 16)
        .distanceMax(900),
    )
    .force(
      "collide",
      forceCollide<Body>((body) => body.radius + LABEL_ROOM)
        .strength(0.9)
        .iterations(2),
    )
    .force(
      "x",
      forceX<Body>(0).strength((body) => hold(body) / Math.sqrt(clampAspect(aspect))),
    )
    .force(
      "y",
      forceY<Body>(0).strength((body) => hold(body) * clampAspect(aspect)),
    )
    .force("apart", forceKeepApart(groups))
    .force("out", forceKeepOut(groups))
    .stop()
    .tick(TICKS);
  const places = new Map(bodies.map((body) => [body.id, { x: body.x, y: body.y }]));
  return fresh ? turnToFit(places, aspect) : places;
}

/** The picture, or the picture on its side where that fits the canvas better. */
function turnToFit(places: ReadonlyMap<string, Point>, aspect: number): ReadonlyMap<string, Point> {
  const all = [...places.values()];
  const across = (pick: (point: Point) => number) =>
    Math.max(...all.map(pick)) - Math.min(...all.map(pick)) + 2 * LABEL_ROOM;
  const ratio = all.length < 2 ? 1 : across((point) => point.x) / across((point) => point.y);
  const misfit = (width: number) => Math.abs(Math.log(width / aspect));
  if (misfit(ratio) <= misfit(1 / ratio)) return places;
  return new Map(Array.from(places, ([id, { x, y }]) => [id, { x: -y, y: x }]));
}

/** One spring a pair, as strong as the strongest thread between the two; sorted, so that order never matters. */
function joinPairs(links: readonly LayoutLink[]): LayoutLink[] {
  const pairs = new Map<string, LayoutLink>();
  for (const { source, target, strength } of links) {
    if (source === target) continue;
    const [first, second] = source < target ? [source, target] : [target, source];
    const key = `${first} ${second}`;
    const before = pairs.get(key);
    if (before === undefined || before.strength < strength) {
      pairs.set(key, { source: first, target: second, strength });
    }
  }
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** Radii of a spring's ends; d3 has put the bodies in place of their ids by the time that it asks. */
function sumOfRadii(link: SimulationLinkDatum<Body>, radiusOf: ReadonlyMap<string, number>): number {
  const radius = (end: SimulationLinkDatum<Body>["source"]) =>
    typeof end === "object" ? end.radius : (radiusOf.get(String(end)) ?? 0);
  return radius(link.source) + radius(link.target);
}

function clampAspect(aspect: number): number {
  return Math.min(Math.max(aspect, 0.6), 2.2);
}
