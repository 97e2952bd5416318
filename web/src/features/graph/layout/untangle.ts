/** Rounds after which nothing moves by much. */
const ROUNDS = 120;

/** Length of one step from neighbour to neighbour, in world units. */
const STEP = 170;

/** A node and where it is. */
export type Tangled = { readonly id: string; x: number; y: number };

/** Two nodes that belong together. */
export type Tie = { readonly source: string; readonly target: string };

/**
 * Moves nodes to where their distances are the number of steps between them, as far as a plane allows: neighbours of
 * neighbours end up near, so that forces that act afterwards don't have to pull threads through each other.
 *
 * Stress majorization: E. Gansner, Y. Koren, S. North, "Graph drawing by stress majorization", 2004, formula 11.
 */
export function untangle(nodes: readonly Tangled[], ties: readonly Tie[]): void {
  const steps = stepsBetween(nodes, ties);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, node] of nodes.entries()) moveTowards(node, nodes, steps[index] as Uint16Array);
  }
}

/** Moves one node to the mean of the places at which each of the others wants it, those nearby counting most. */
function moveTowards(node: Tangled, nodes: readonly Tangled[], steps: Uint16Array): void {
  let [x, y, weights] = [0, 0, 0];
  for (const [index, other] of nodes.entries()) {
    const apart = (steps[index] as number) * STEP;
    if (apart === 0) continue;
    const weight = 1 / (apart * apart);
    const now = Math.max(Math.hypot(node.x - other.x, node.y - other.y), 1e-6);
    x += weight * (other.x + (apart * (node.x - other.x)) / now);
    y += weight * (other.y + (apart * (node.y - other.y)) / now);
    weights += weight;
  }
  if (weights === 0) return;
  node.x = x / weights;
  node.y = y / weights;
}

/** Fewest ties from each node to each other; 0 for itself and where no way leads. */
function stepsBetween(nodes: readonly Tangled[], ties: readonly Tie[]): readonly Uint16Array[] {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const neighbours: number[][] = nodes.map(() => []);
  for (const { source, target } of ties) {
    const [from, to] = [indexOf.get(source), indexOf.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  return nodes.map((_, start) => {
    const steps = new Uint16Array(nodes.length);
    const queue = [start];
    for (const at of queue) {
      for (const next of neighbours[at] ?? []) {
        if (next === start || steps[next] !== 0) continue;
        steps[next] = (steps[at] ?? 0) + 1;
        queue.push(next);
      }
    }
    return steps;
  });
}
