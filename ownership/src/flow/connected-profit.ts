import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { accountNode, tokenNode } from "../graph/token-node.ts";
import { finish, type Steps } from "../steps.ts";
import { amountOfNode, sumOfAmounts } from "./amounts.ts";
import { flowColumns } from "./flow-columns.ts";
import { gainNodes } from "./flow-of.ts";

/** What a person's realized gain did, in wei of the currency; the three sum to the gain. */
export interface PersonalProfit {
  /** Connected profit: what rests with others in the end, realized × (1 − look-through share) where nothing is trapped. */
  readonly connected: bigint;
  /** What rests with the person, what comes round included. */
  readonly own: bigint;
  /** What ended in tokens out of which nothing comes; it connects the person to nobody. */
  readonly trapped: bigint;
}

/**
 * Connected profit of a person: how much of what was realized into `token` reached others, around all circles.
 *
 * Exact to the wei as `flowOf` is, at one flow for each question.
 *
 * @param person Account that controls the token.
 * @param realized All that the person realized, in wei of the currency.
 *
 * Throws UnknownTokenError, NotAnAccountError when `person` is a token, and InvalidAmountError for a negative amount.
 */
export function connectedProfitOfPerson(
  graph: OwnershipGraph,
  token: string,
  person: string,
  realized: bigint,
): PersonalProfit {
  return finish(personalProfitSteps(graph, token, person, realized));
}

/** `connectedProfitOfPerson` step by step. */
export function* personalProfitSteps(
  graph: OwnershipGraph,
  token: string,
  person: string,
  realized: bigint,
): Steps<PersonalProfit> {
  const node = accountNode(graph, person);
  const { received, trappedIn } = yield* flowColumns(graph, gainNodes(graph, new Map([[token, realized]])));
  const own = node === undefined ? 0n : amountOfNode(received, node);
  const trapped = sumOfAmounts(trappedIn.amounts);
  return { connected: realized - own - trapped, own, trapped };
}

/**
 * Connected profit of networks: the income that each would receive of a set of gains, turns around circles included, in
 * wei of the currency. Of gains that came in long ago, the contract's own count of income is the answer.
 *
 * Throws UnknownTokenError, and InvalidAmountError for a negative gain.
 */
export function connectedProfitOfNetworks(
  graph: OwnershipGraph,
  networks: readonly string[],
  gains: ReadonlyMap<string, bigint>,
): Map<string, bigint> {
  return finish(networkProfitSteps(graph, networks, gains));
}

/** `connectedProfitOfNetworks` step by step. */
export function* networkProfitSteps(
  graph: OwnershipGraph,
  networks: readonly string[],
  gains: ReadonlyMap<string, bigint>,
): Steps<Map<string, bigint>> {
  const { inflow } = yield* flowColumns(graph, gainNodes(graph, gains));
  return new Map(
    networks.map((network) => [network, amountOfNode(inflow, tokenNode(graph, network, "connectedProfit"))]),
  );
}
