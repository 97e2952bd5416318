import type { Scene } from "../layout/scene.ts";
import type { GraphView } from "../model/graph-view.ts";
import { useGraphSearch } from "../use-graph-search.ts";
import { NodeOutline } from "./node-outline.tsx";

/** The ring of selection around a node from the moment it is pressed, while everything else still gets ready for it. */
export function PressedMark(props: {
  readonly scene: Scene;
  readonly view: GraphView;
  /** The node that is shown as selected, with a ring of its own. */
  readonly selected: string | undefined;
}) {
  const { scene, view, selected } = props;
  const { node } = useGraphSearch().search;
  const pressed = node && view.nodeOf.get(node);
  const place = pressed && pressed !== selected ? scene.nodeById.get(pressed) : undefined;
  if (!place) return null;
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <NodeOutline kind={place.kind} radius={place.radius + 6} strokeWidth={2.5} className="stroke-ink" />
    </g>
  );
}
