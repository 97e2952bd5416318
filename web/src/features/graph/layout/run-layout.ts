import { forceLayout } from "./force-layout.ts";
import { createLargeLayout, LARGE_ROUNDS } from "./large-layout.ts";
import type { LayoutAnswer, LayoutRequest } from "./layout-messages.ts";

/** Rounds of a large layout between two answers. */
const ROUNDS_AN_ANSWER = 35;

/** Lays a graph out and yields what can be shown: once for a small graph, from rough to good for a large one. */
export function* runLayout(request: LayoutRequest): Generator<LayoutAnswer> {
  if (!request.large) {
    yield { places: forceLayout(request), done: true };
    return;
  }
  const layout = createLargeLayout(request);
  let rounds: number = LARGE_ROUNDS.first;
  layout.run(rounds);
  while (rounds < LARGE_ROUNDS.all) {
    yield { places: layout.places(), done: false };
    const more = Math.min(ROUNDS_AN_ANSWER, LARGE_ROUNDS.all - rounds);
    layout.run(more);
    rounds += more;
  }
  yield { places: layout.places(), done: true };
}
