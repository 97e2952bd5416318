import { InvalidAmountError } from "../errors.ts";
import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { accountNode, nodeId, tokenNode } from "../graph/token-node.ts";
import { createHeap } from "../heap.ts";
import { finish, type Steps, UNDER_WAY } from "../steps.ts";

/** A way that income takes from a token to an account. */
export interface OwnershipPath {
  /** The token, then holders in order, then the account; tokens come again where the way goes round a circle. */
  readonly path: string[];
  /** Part of the token's income that takes exactly this way; over all ways they sum to the look-through share. */
  readonly share: number;
  /** How often the way comes back to a token that it passed before. */
  readonly turns: number;
}

/** How many paths to list. */
export interface PathLimits {
  /** Most paths; 5 when not given. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 5;

/** Most partial ways that are looked at, so that a question about a dense graph ends; below it the list is exact. */
const MAX_STEPS = 100_000;

/** Nodes that are looked at between two steps: some milliseconds. */
const NODES_A_STEP = 2048;

interface Way {
  readonly node: number;
  readonly share: number;
  readonly before: Way | undefined;
}

/**
 * The ways by which most of a token's income reaches an account, strongest first.
 *
 * Best-first search, guided by the strongest way that is left from each token, so it looks at little more than what it
 * lists. Throws UnknownTokenError, NotAnAccountError, and InvalidAmountError for a limit below 1.
 */
export function pathsTo(
  graph: OwnershipGraph,
  token: string,
  account: string,
  limits: PathLimits = {},
): OwnershipPath[] {
  return finish(pathSteps(graph, token, account, limits));
}

/** `pathsTo` step by step. */
export function* pathSteps(
  graph: OwnershipGraph,
  token: string,
  account: string,
  { limit = DEFAULT_LIMIT }: PathLimits = {},
): Steps<OwnershipPath[]> {
  if (!(limit >= 1)) throw new InvalidAmountError("The limit of pathsTo", limit, "ask for at least one path");
  const source = tokenNode(graph, token, "pathsTo");
  const target = accountNode(graph, account);
  if (target === undefined) return [];
  const { scale } = flowSystem(graph, "income");
  const best = yield* strongestTo(graph, scale, target);
  const found: OwnershipPath[] = [];
  const open = createHeap<Way>();
  const push = (way: Way): void => {
    const strength = way.share * (best[way.node] as number);
    if (strength > 0) open.push(strength, way);
  };
  push({ node: source, share: 1, before: undefined });
  for (let steps = 0; steps < MAX_STEPS && found.length < limit; steps++) {
    if (steps % NODES_A_STEP === 0) yield UNDER_WAY;
    const way = open.pop();
    if (way === undefined) break;
    if (way.node === target) {
      found.push(describe(graph, way));
      continue;
    }
    if (scale[way.node] === 0) continue;
    for (let edge = graph.edgeStart[way.node] as number; edge < (graph.edgeStart[way.node + 1] as number); edge++) {
      const node = graph.edgeHolder[edge] as number;
      push({ node, share: way.share * (graph.edgeShare[edge] as number), before: way });
    }
  }
  // Ways of the same strength can differ in the last digit, by the order of multiplication.
  return found.sort((a, b) => b.share - a.share);
}

/** Node → the largest product of shares on a way to `target`: Dijkstra's algorithm, backwards along holdings. */
function* strongestTo(graph: OwnershipGraph, scale: Float64Array, target: number): Steps<Float64Array> {
  const best = new Float64Array(graph.tokens.length + graph.accounts.length);
  const done = new Uint8Array(best.length);
  const open = createHeap<number>();
  best[target] = 1;
  open.push(1, target);
  let looked = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    looked += 1;
    if (looked % NODES_A_STEP === 0) yield UNDER_WAY;
    if (done[node]) continue;
    done[node] = 1;
    for (let at = graph.heldStart[node] as number; at < (graph.heldStart[node + 1] as number); at++) {
      const edge = graph.held[at] as number;
      const token = graph.edgeToken[edge] as number;
      const strength = (best[node] as number) * (graph.edgeShare[edge] as number) * (scale[token] as number);
      if (strength <= (best[token] as number)) continue;
      best[token] = strength;
      open.push(strength, token);
    }
  }
  return best;
}

function describe(graph: OwnershipGraph, way: Way): OwnershipPath {
  const nodes: number[] = [];
  for (let step: Way | undefined = way; step !== undefined; step = step.before) nodes.push(step.node);
  nodes.reverse();
  return {
    path: nodes.map((node) => nodeId(graph, node)),
    share: way.share,
    turns: nodes.length - new Set(nodes).size,
  };
}
