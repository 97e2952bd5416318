import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import type { FlowColumns } from "./flow-columns.ts";
import { addLimbs, type Limbs } from "./limbs.ts";
import type { VisitPart } from "./splitter.ts";

/** Edges that there is room for at first. */
const FIRST_ROOM = 1024;

/** Where amounts of a flow are booked, in limbs. */
export interface Booking {
  /** Token → what came in so far. */
  readonly arriving: Limbs;
  /** Token → what stays there for ever. */
  readonly trapped: Limbs;
  /** Account → what rests with it. */
  readonly received: Limbs;
  /** Books what an edge carries with its holder; once at most for each edge. */
  readonly book: VisitPart;
  /** What was booked. */
  edges(): Pick<FlowColumns, "edgeToken" | "edgeHolder" | "edgeAmount">;
}

/** Empty accounts for a flow through a graph. */
export function createBooking({ tokens, accounts, edgeToken, edgeHolder }: OwnershipGraph, width: number): Booking {
  const arriving: Limbs = new Float64Array(tokens.length * width);
  const received: Limbs = new Float64Array(accounts.length * width);
  let edges = new Uint32Array(FIRST_ROOM);
  let limbs = new Uint32Array(FIRST_ROOM * width);
  let count = 0;
  const grow = (): void => {
    const room = Math.min(edgeHolder.length, 4 * edges.length);
    const [moreEdges, moreLimbs] = [new Uint32Array(room), new Uint32Array(room * width)];
    moreEdges.set(edges);
    moreLimbs.set(limbs);
    [edges, limbs] = [moreEdges, moreLimbs];
  };
  const book: VisitPart = (edge, part) => {
    if (count === edges.length) grow();
    edges[count] = edge;
    for (let limb = 0; limb < width; limb++) limbs[count * width + limb] = part[limb] as number;
    count += 1;
    const holder = edgeHolder[edge] as number;
    if (holder < tokens.length) addLimbs(arriving, holder * width, part, 0, width, 1);
    else addLimbs(received, (holder - tokens.length) * width, part, 0, width, 1);
  };
  return {
    arriving,
    trapped: new Float64Array(tokens.length * width),
    received,
    book,
    edges: () => {
      const booked = edges.subarray(0, count);
      return {
        edgeToken: booked.map((edge) => edgeToken[edge] as number),
        edgeHolder: booked.map((edge) => edgeHolder[edge] as number),
        edgeAmount: { limbs: limbs.slice(0, count * width), width },
      };
    },
  };
}
