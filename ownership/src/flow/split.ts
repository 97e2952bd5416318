import { edgeBalance, type OwnershipGraph } from "../graph/ownership-graph.ts";

/**
 * Splits `amount` by `weights`, to the wei: part i is ⌊amount·W_i/W⌋ − ⌊amount·W_{i−1}/W⌋ with cumulative weights W_i.
 *
 * Parts sum to the amount exactly and each is less than one wei away from its exact part. `weights` sum to above 0.
 */
export function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let [reached, given] = [0n, 0n];
  return weights.map((weight) => {
    reached += weight;
    const upTo = (amount * reached) / total;
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** Bits of a rate behind the point: balances have 96, so a rate that is rounded up adds less than 2⁻³² wei. */
const RATE_BITS = 128n;

/**
 * Splits what a token takes in among its edges by balance, as `split` does but for a wei; calls `visit` for non-zero
 * parts. One division for all edges: parts that are whole stay whole, and each is off by less than 1 + 2⁻³² wei.
 */
export function splitAmongHolders(
  graph: OwnershipGraph,
  token: number,
  amount: bigint,
  visit: (edge: number, part: bigint) => void,
): void {
  const total = graph.tokens[token]?.eligibleSupply as bigint;
  const rate = (amount << RATE_BITS) / total + 1n;
  let [reached, given] = [0n, 0n];
  for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
    reached += edgeBalance(graph, edge);
    const upTo = reached === total ? amount : (rate * reached) >> RATE_BITS;
    if (upTo !== given) visit(edge, upTo - given);
    given = upTo;
  }
}
