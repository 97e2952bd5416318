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
import type { LayoutInput } from "./force-layout.ts";
import { startBeside } from "./start-beside.ts";
import { startingPlace } from "./starting-place.ts";

/** Rounds after which a large graph is laid out well enough to be shown, and to be kept. */
export const LARGE_ROUNDS = { first: 20, all: 160 } as const;

/** World units between two nodes in the middle of a large graph, before forces act. */
const SPREAD = 55;

/** How coarsely far nodes push as one: at 1.2 twice as fast as d3's own 0.9, and the picture is the same to the eye. */
const THETA = 1.2;

type Body = SimulationNodeDatum & { readonly id: string; readonly radius: number; x: number; y: number };
type Spring = SimulationLinkDatum<Body> & { readonly strength: number };

/** A layout of many nodes, some rounds at a time: the same graph always comes to the same places. */
export type LargeLayout = {
  /** Lets the forces act for so many rounds more. */
  readonly run: (rounds: number) => void;
  /** Where everything is now, in world units. */
  readonly places: () => ReadonlyMap<string, Point>;
};

/** Begins to lay out a graph that is too large for `forceLayout`. Circles have no fields here: they would cover it all. */
export function createLargeLayout({ nodes, links, fixed = new Map() }: LayoutInput): LargeLayout {
  const reach = SPREAD * Math.sqrt(nodes.length);
  const inOrder = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const starts = startBeside(inOrder, links, fixed);
  const bodies: Body[] = inOrder.map(({ id, radius }) => {
    const stays = fixed.get(id);
    const held = stays && { fx: stays.x, fy: stays.y };
    return { id, radius, ...(stays ?? starts.get(id) ?? startingPlace(id, reach)), ...held };
  });
  const known = new Set(bodies.map((body) => body.id));
  const springs = links
    .filter(({ source, target }) => source !== target && known.has(source) && known.has(target))
    .map((link) => ({ ...link }))
    .sort((a, b) => (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1));
  const tied = new Set(springs.flatMap(({ source, target }) => [source, target] as unknown as string[]));
  // Nothing pulls those who are tied to nobody back in: held alike, they would stand far outside.
  const hold = (body: Body) => (tied.has(body.id) ? 0.05 : 0.16);
  const simulation = forceSimulation(bodies)
    .alphaDecay(1 - 0.001 ** (1 / LARGE_ROUNDS.all))
    .force(
      "link",
      forceLink<Body, Spring>(springs as unknown as Spring[])
        .id((body) => body.id)
        .distance((spring) => 50 + 70 * (1 - spring.strength)),
    )
    .force("charge", forceManyBody<Body>().strength(-300).theta(THETA).distanceMax(3_000))
    .force("collide", forceCollide<Body>((body) => body.radius + 5).iterations(1))
    .force("x", forceX<Body>(0).strength(hold))
    .force("y", forceY<Body>(0).strength(hold))
    .stop();
  return {
    run: (rounds) => {
      simulation.tick(rounds);
    },
    places: () => new Map(bodies.map(({ id, x, y }) => [id, { x, y }])),
  };
}
