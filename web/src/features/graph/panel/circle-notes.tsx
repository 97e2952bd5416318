import { Repeat, TriangleAlert } from "lucide-react";
import type { Address } from "../../../lib/address.ts";
import type { GraphCircle } from "../model/graph-circles.ts";

/** Most circles that the panel explains. */
const MOST = 3;

/** The circles that a node is in, or that a gain passes, in words. */
export function CircleNotes(props: {
  readonly circles: readonly GraphCircle[];
  /** Nodes that matter: a circle is told when one of them is in it. */
  readonly nodes: ReadonlySet<Address>;
}) {
  const told = props.circles
    .filter((circle) => circle.members.some((member) => props.nodes.has(member)))
    .slice(0, MOST);
  return told.map((circle) => {
    const Icon = circle.closed ? TriangleAlert : Repeat;
    const tone = circle.closed ? "border border-bad text-bad" : "bg-network-soft text-network-ink";
    return (
      <div key={circle.id} className={`flex gap-3 rounded-control p-3.5 text-note ${tone}`}>
        <Icon aria-hidden="true" size={18} strokeWidth={1.6} className="mt-px shrink-0" />
        <p className="min-w-0">
          <strong className="font-semibold">{circle.title.charAt(0).toUpperCase() + circle.title.slice(1)}.</strong>{" "}
          {circle.explanation}
        </p>
      </div>
    );
  });
}
