import type { FlowSystem } from "../graph/flow-system.ts";
import { nodeId } from "../graph/token-node.ts";
import type { FlowEdge } from "./flow-of.ts";
import { splitAmongHolders } from "./split.ts";

/** One step of an animation: every token passes on what came in during the step before. */
export interface FlowTurn {
  readonly edges: FlowEdge[];
  /** What reached accounts in this turn, in wei. */
  readonly arrived: bigint;
  /** What is on its way to the next turn, in wei. */
  readonly onTheWay: bigint;
}

/** When to stop drawing turns. */
export interface TurnLimits {
  /** Most turns. */
  readonly maxTurns?: number;
  /** Stops when no more than this is on its way, in wei; a ten-thousandth of the gains when not given. */
  readonly until?: bigint;
}

const DEFAULT_MAX_TURNS = 24;
const DEFAULT_PART_LEFT = 10_000n;

/** Turns of a flow from `gains` (token → wei); what enters closed components is not passed on. */
export function flowTurns(
  system: FlowSystem,
  gains: ReadonlyMap<number, bigint>,
  { maxTurns = DEFAULT_MAX_TURNS, until }: TurnLimits,
): FlowTurn[] {
  const { graph, components, closed } = system;
  const isClosed = (token: number): boolean => closed[components.componentOf[token] as number] === 1;
  const enough = until ?? Array.from(gains.values()).reduce((sum, gain) => sum + gain, 0n) / DEFAULT_PART_LEFT;
  const turns: FlowTurn[] = [];
  let waiting = new Map(Array.from(gains).filter(([token]) => !isClosed(token)));
  while (waiting.size > 0 && turns.length < maxTurns) {
    const edges: FlowEdge[] = [];
    const next = new Map<number, bigint>();
    let [arrived, onTheWay] = [0n, 0n];
    for (const [token, amount] of waiting) {
      splitAmongHolders(graph, token, amount, (edge, part) => {
        const holder = graph.edgeHolder[edge] as number;
        edges.push({ token: graph.tokens[token]?.id as string, holder: nodeId(graph, holder), amount: part });
        if (holder >= graph.tokens.length) {
          arrived += part;
        } else if (!isClosed(holder)) {
          next.set(holder, (next.get(holder) ?? 0n) + part);
          onTheWay += part;
        }
      });
    }
    turns.push({ edges, arrived, onTheWay });
    if (onTheWay <= enough) break;
    waiting = next;
  }
  return turns;
}
