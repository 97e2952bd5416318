import { networkTokenAbi, personalTokenAbi, settlementAbi } from "@weft/abis";
import {
  buildGraph,
  circlesOf,
  planAtLeast,
  planSettleEveryone,
  planSettlement,
  type SettlementPlan,
  type SettleState,
  type SettleTransaction,
  simulateSettle,
} from "@weft/ownership";
import { type Address, decodeFunctionResult, encodeFunctionData, parseEventLogs } from "viem";
import { expect } from "vitest";
import type { Outcome } from "./batch.ts";
import { calls } from "./calls.ts";
import { type Economy, KEEPER, tokensOf } from "./economy.ts";
import { admission, drawGain, drawMove, drawTerms, type Move } from "./moves.ts";

/** What was played and compared. */
export interface Totals {
  graphs: number;
  /** Graphs in which some tokens hold each other in circles. */
  withCircles: number;
  moves: Map<string, number>;
  plans: number;
  hops: number;
  /** Largest part of the estimated gas that a transaction took. */
  gasPart: number;
}

const HOUR = 3_600n;
const OPENING_DELAY = 121n;
const TERMS_LAST = 20n * 86_400n;

/** Money moves and people act, each predicted; then everything is settled, first for one account after the other. */
export async function playEconomy(economy: Economy, totals: Totals): Promise<void> {
  await playMoves(economy, totals, await openTerms(economy));
  await compareClaimables(economy);
  await settleEach(economy, totals);
  await playMoves(economy, totals, []);
  await settleAll(economy, totals);
  totals.graphs += 1;
  if (circlesOf(buildGraph(economy.state())).length > 0) totals.withCircles += 1;
}

/** What a state says, in an order of its own; the clock of a stream that is over says nothing. */
function canonical({ tokens, holdings }: SettleState) {
  return {
    tokens: Object.fromEntries(
      tokens.map(({ streamEnd, lastAccrual, ...token }) => [
        token.id,
        token.streamLeft === 0n ? token : { ...token, streamEnd, lastAccrual },
      ]),
    ),
    holdings: Object.fromEntries(
      holdings
        .filter(({ balance, debt }) => balance !== 0n || debt !== 0n)
        .map((holding) => [`${holding.token} of ${holding.holder}`, holding]),
    ),
  };
}

async function openTerms(economy: Economy): Promise<Move[]> {
  const drawn = drawTerms(economy, economy.state());
  if (drawn === undefined) return [];
  const { info, terms } = drawn;
  const { member, account, rate, cap } = terms;
  const expiry = economy.now() + TERMS_LAST;
  // The governor would make this call once its vote passed.
  await economy.chain.fund(info.governor);
  const created = await economy.play([
    calls.createTerms(info.governor, info.network, { member, account, rate, cap, expiry }),
  ]);
  const events = parseEventLogs({
    abi: networkTokenAbi,
    eventName: "TermsCreated",
    logs: created.flatMap(({ logs }) => [...logs]),
  });
  const [event] = events;
  return event ? [admission(economy, { ...terms, termsId: event.args.termsId })] : [];
}

/** Plays moves in one block; what succeeded has to have the effect that was said. */
async function playMoves(economy: Economy, totals: Totals, first: readonly Move[]): Promise<void> {
  const { draw } = economy;
  const before = economy.state();
  const moves = [
    ...first,
    ...Array.from({ length: 3 }, () => drawGain(economy)),
    ...Array.from({ length: 3 + draw.number(8) }, () => drawMove(economy, before)),
  ];
  const outcomes = await economy.play(
    moves.flatMap((move) => move.calls),
    OPENING_DELAY + BigInt(draw.number(200_000)),
  );
  let expected = before;
  let at = 0;
  for (const move of moves) {
    at += move.calls.length;
    if (!outcomes[at - 1]?.succeeded) continue;
    expected = move.apply(expected, economy.now());
    totals.moves.set(move.name, (totals.moves.get(move.name) ?? 0) + 1);
  }
  expect(canonical(economy.state())).toEqual(canonical(expected));
}

/** What wallets can claim, now and later, by the contracts' views and by what the events say. */
async function compareClaimables(economy: Economy): Promise<void> {
  const [state, time] = [economy.state(), economy.now() + HOUR];
  const pairs = tokensOf(economy).flatMap((token) => economy.wallets.map((wallet) => ({ token, wallet })));
  const answers = await economy.chain.view(
    pairs.map(({ token, wallet }) => ({
      to: token,
      data: encodeFunctionData({ abi: personalTokenAbi, functionName: "claimableAt", args: [wallet, time] }),
    })),
  );
  for (const [index, { token, wallet }] of pairs.entries()) {
    const said = simulateSettle(state, [], [token.toLowerCase()], wallet.toLowerCase(), time).paid;
    const data = answers[index] as `0x${string}`;
    expect(said).toBe(decodeFunctionResult({ abi: personalTokenAbi, functionName: "claimableAt", data }));
  }
}

/** Settles for every wallet in one block, each by a plan of its own. */
async function settleEach(economy: Economy, totals: Totals): Promise<void> {
  const timestamp = economy.now() + BigInt(1 + economy.draw.number(100_000));
  let expected = economy.state();
  const transactions: SettleTransaction[] = [];
  for (const wallet of economy.wallets) {
    const plan = drawPlan(economy, expected, wallet.toLowerCase(), timestamp);
    const { hops, claims, account, transactions: cut, quote } = plan;
    if (cut.length === 0) continue;
    expect(plan.byPath.reduce((sum, { amount }) => sum + amount, 0n)).toBe(quote);
    const settled = simulateSettle(expected, hops, claims, account, timestamp);
    expect(settled.paid).toBe(quote);
    expected = settled.stateAfter;
    transactions.push(...cut);
    totals.plans += 1;
    totals.hops += plan.harvests;
  }
  await playTransactions(economy, transactions, timestamp, totals);
  expect(canonical(economy.state())).toEqual(canonical(expected));
}

/** A plan at any fees: for the most after them, or for the least that reaches a part of it. */
function drawPlan({ draw }: Economy, state: SettleState, account: string, timestamp: bigint): SettlementPlan {
  const fee = () => (draw.once(2) ? 0n : draw.amount(10n ** 16n));
  const options = { costPerHop: fee(), costPerClaim: fee(), timestamp };
  const plan = planSettlement(state, account, options);
  if (plan.quote < 2n || !draw.once(3)) return plan;
  const amount = draw.amount(plan.quote);
  const cheapest = planAtLeast(state, account, amount, options);
  expect(cheapest.quote).toBeGreaterThanOrEqual(amount);
  expect(cheapest.networkFeeUnits).toBeLessThanOrEqual(plan.networkFeeUnits);
  return cheapest;
}

/** Settles for everybody at once, by transactions that have room for a few harvests only. */
async function settleAll(economy: Economy, totals: Totals): Promise<void> {
  const timestamp = economy.now() + BigInt(1 + economy.draw.number(100_000));
  const gasLimit = 400_000n + economy.draw.amount(2n ** 23n);
  const before = economy.state();
  // A pool takes no coin.
  const except = before.holdings.filter(({ excluded }) => excluded).map(({ holder }) => holder);
  const free = { costPerHop: 0n, costPerClaim: 0n };
  const plan = planSettleEveryone(before, { ...free, maxHops: 500, timestamp, gasLimit, except });
  let expected = before;
  for (const { hops, claims, account = KEEPER.toLowerCase(), pays } of plan.transactions) {
    const settled = simulateSettle(expected, hops, claims, account, timestamp);
    expect(settled.paid).toBe(pays);
    expected = settled.stateAfter;
  }
  await playTransactions(economy, plan.transactions, timestamp, totals);
  expect(canonical(economy.state())).toEqual(canonical(expected));
  totals.plans += 1;
  totals.hops += plan.harvests;
}

/** Carries transactions out in one block; each pays what it says, to whom it says, within the gas that it says. */
async function playTransactions(
  economy: Economy,
  transactions: readonly SettleTransaction[],
  timestamp: bigint,
  totals: Totals,
): Promise<void> {
  const { chain, deployment, now, play, wallets } = economy;
  const before = await chain.balanceOf(wallets);
  const outcomes = await play(
    transactions.map((transaction) => calls.settle(deployment, KEEPER, transaction, timestamp)),
    timestamp - now(),
  );
  const paid = new Map<string, bigint>();
  for (const [index, { account, pays, gas }] of transactions.entries()) {
    const outcome = outcomes[index] as Outcome;
    expect(outcome.succeeded).toBe(true);
    expect(failedHops(outcome)).toEqual([]);
    expect(outcome.gasUsed).toBeLessThanOrEqual(gas);
    totals.gasPart = Math.max(totals.gasPart, Number(outcome.gasUsed) / Number(gas));
    if (account) paid.set(account, (paid.get(account) ?? 0n) + pays);
  }
  const after = await chain.balanceOf(wallets);
  for (const [index, wallet] of wallets.entries()) {
    const received = (after[index] as bigint) - (before[index] as bigint);
    expect(received).toBe(paid.get((wallet as Address).toLowerCase()) ?? 0n);
  }
}

function failedHops({ logs }: Outcome) {
  return parseEventLogs({ abi: settlementAbi, eventName: "HopFailed", logs: [...logs] });
}
