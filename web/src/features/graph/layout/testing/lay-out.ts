import type { GraphCircle } from "../../model/graph-circles.ts";
import type { GraphView } from "../../model/graph-view.ts";
import { type Visible, visiblePart } from "../../model/neighbourhood.ts";
import { forceLayout } from "../force-layout.ts";
import { layoutInput } from "../layout-input.ts";
import { makeScene, type Scene } from "../scene.ts";

/** The scene of a small graph as a first visitor sees it, for tests. */
export function layOut(
  view: GraphView,
  circles: readonly GraphCircle[],
  aspect = 1.3,
  visible: Visible = visiblePart(view, { selected: undefined }),
): Scene {
  const places = forceLayout(layoutInput({ view, nodes: visible.nodes, threads: visible.threads, circles, aspect }));
  return makeScene(view, visible, circles, places);
}
