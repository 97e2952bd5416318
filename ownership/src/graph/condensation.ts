import type { OwnershipGraph } from "./ownership-graph.ts";

/** Strongly connected components of the tokens, in the order in which income flows: sources first. */
export interface Condensation {
  readonly count: number;
  /** Token → component. */
  readonly componentOf: Uint32Array;
  /** Component `c` has the tokens `members[start[c]] … members[start[c + 1] - 1]`. */
  readonly start: Uint32Array;
  readonly members: Uint32Array;
  /** Token → place within its component. */
  readonly placeOf: Uint32Array;
}

const UNSEEN = 0xffffffff;

/**
 * Components of the graph token → treasury that holds it, by Tarjan's algorithm without recursion.
 *
 * @param passesOn Whether a token's income leaves it; where not, its edges don't count.
 */
export function condense(graph: OwnershipGraph, passesOn: (token: number) => boolean): Condensation {
  const tokenCount = graph.tokens.length;
  const walk = createWalk(graph, passesOn);
  for (let root = 0; root < tokenCount; root++) {
    if (walk.index[root] === UNSEEN) walk.from(root);
  }
  return inFlowOrder(walk.componentOf, walk.count());
}

function createWalk(graph: OwnershipGraph, passesOn: (token: number) => boolean) {
  const tokenCount = graph.tokens.length;
  const { edgeStart, treasuryStart, edgeHolder } = graph;
  const index = new Uint32Array(tokenCount).fill(UNSEEN);
  const low = new Uint32Array(tokenCount);
  const componentOf = new Uint32Array(tokenCount).fill(UNSEEN);
  const nextEdge = new Uint32Array(tokenCount);
  const path = new Uint32Array(tokenCount);
  const open = new Uint32Array(tokenCount);
  let [pathLength, openLength, seen, count] = [0, 0, 0, 0];

  const enter = (token: number): void => {
    index[token] = seen;
    low[token] = seen;
    seen += 1;
    nextEdge[token] = passesOn(token) ? (treasuryStart[token] as number) : (edgeStart[token + 1] as number);
    path[pathLength++] = token;
    open[openLength++] = token;
  };
  const lower = (token: number, value: number): void => {
    if (value < (low[token] as number)) low[token] = value;
  };
  const leave = (token: number): void => {
    pathLength -= 1;
    if (low[token] === index[token]) {
      let member: number;
      do {
        openLength -= 1;
        member = open[openLength] as number;
        componentOf[member] = count;
      } while (member !== token);
      count += 1;
    }
    if (pathLength > 0) lower(path[pathLength - 1] as number, low[token] as number);
  };
  const from = (root: number): void => {
    enter(root);
    while (pathLength > 0) {
      const token = path[pathLength - 1] as number;
      const edge = nextEdge[token] as number;
      if (edge === edgeStart[token + 1]) {
        leave(token);
        continue;
      }
      nextEdge[token] = edge + 1;
      const holder = edgeHolder[edge] as number;
      if (index[holder] === UNSEEN) enter(holder);
      else if (componentOf[holder] === UNSEEN) lower(token, index[holder] as number);
    }
  };
  return { index, componentOf, from, count: () => count };
}

/** Tarjan finds sinks first; income flows the other way. */
function inFlowOrder(found: Uint32Array, count: number): Condensation {
  const componentOf = found.map((component) => count - 1 - component);
  const start = new Uint32Array(count + 1);
  for (const component of componentOf) start[component + 1] = (start[component + 1] as number) + 1;
  for (let c = 0; c < count; c++) start[c + 1] = (start[c + 1] as number) + (start[c] as number);
  const members = new Uint32Array(found.length);
  const placeOf = new Uint32Array(found.length);
  const filled = new Uint32Array(count);
  for (let token = 0; token < found.length; token++) {
    const component = componentOf[token] as number;
    const place = filled[component] as number;
    placeOf[token] = place;
    members[(start[component] as number) + place] = token;
    filled[component] = place + 1;
  }
  return { count, componentOf, start, members, placeOf };
}
