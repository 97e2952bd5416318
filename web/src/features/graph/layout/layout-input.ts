import type { Address } from "../../../lib/address.ts";
import type { GraphCircle } from "../model/graph-circles.ts";
import type { GraphThread, GraphView } from "../model/graph-view.ts";
import type { LayoutInput } from "./force-layout.ts";

/** What the layout has to know of nodes and the threads between them. */
export function layoutInput(options: {
  readonly view: Pick<GraphView, "nodes">;
  readonly nodes: Iterable<Address>;
  readonly threads: readonly GraphThread[];
  readonly circles: readonly GraphCircle[];
  readonly aspect: number;
}): LayoutInput {
  const { view, threads, circles, aspect } = options;
  const drawn = new Set(options.nodes);
  const inside = circlesWithin(circles, drawn);
  return {
    nodes: [...drawn].flatMap((id) => {
      const node = view.nodes.get(id);
      return node ? [{ id, radius: node.radius }] : [];
    }),
    links: linksOf(threads, inside),
    aspect,
    circles: inside.map((circle) => circle.members),
  };
}

/** Circles all of whose members are drawn: only they have a field. */
export function circlesWithin(circles: readonly GraphCircle[], drawn: ReadonlySet<Address>): GraphCircle[] {
  return circles.filter((circle) => circle.members.every((member) => drawn.has(member)));
}

/** Threads as springs; members of a circle belong most closely together, so that their field stays small. */
function linksOf(threads: readonly GraphThread[], circles: readonly GraphCircle[]) {
  const circleOf = new Map(circles.flatMap((circle) => circle.members.map((member) => [member, circle.id] as const)));
  return threads.map(({ source, target, share }) => {
    const circle = circleOf.get(source);
    const together = circle !== undefined && circle === circleOf.get(target);
    return { source, target, strength: together ? 1 : Math.sqrt(Math.min(share, 1)) * 0.8 };
  });
}
