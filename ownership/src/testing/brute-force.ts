import { entriesOf } from "../plan/entries.ts";
import { createLedger } from "../plan/ledger.ts";
import type { SettleState } from "../plan/settle-state.ts";

/** Fees in wei of the currency. */
export interface Fees {
  readonly costPerHop: bigint;
  readonly costPerClaim: bigint;
}

/**
 * Every sequence of up to so many harvests, as many as are quickly gone through, each with what it costs and what an
 * account, or everybody, can then claim, largest first.
 */
export function* everySettlement(state: SettleState, account: string | "everyone", costPerHop: bigint) {
  const start = createLedger(entriesOf(state));
  const { entries } = start;
  const listed = Array.from({ length: entries.count }, (_, entry) => entry).filter(
    (entry) => entries.holdingOf(entry) >= 0,
  );
  const isHeld = (entry: number): boolean => entries.holderOf(entry) < entries.graph.tokens.length;
  const node = entries.graph.nodeOf.get(account);
  const held = listed.filter(isHeld);
  const own = listed.filter((entry) => !isHeld(entry) && (account === "everyone" || entries.holderOf(entry) === node));
  const depth = depthFor(held.length);
  const open: number[][] = [[]];
  for (let sequence = open.pop(); sequence; sequence = open.pop()) {
    const ledger = start.restart();
    if (sequence.some((entry) => ledger.harvest(entry).failure !== null)) continue;
    const claims = own.map((entry) => ledger.claimable(entry)).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    yield { claims, cost: costPerHop * BigInt(sequence.length) };
    if (sequence.length === depth) continue;
    for (const entry of held) if (entry !== sequence.at(-1)) open.push([...sequence, entry]);
  }
}

function depthFor(held: number): number {
  if (held <= 3) return 7;
  if (held <= 5) return 5;
  return held <= 8 ? 4 : 3;
}

/** Most that any of these settlements nets, in wei. */
export function bestNet(state: SettleState, account: string | "everyone", { costPerHop, costPerClaim }: Fees): bigint {
  let best = 0n;
  for (const { claims, cost } of everySettlement(state, account, costPerHop)) {
    const net = claims.reduce((sum, claim) => (claim > costPerClaim ? sum + claim - costPerClaim : sum), -cost);
    if (net > best) best = net;
  }
  return best;
}

/** Least that any of these settlements costs that pays at least `amount`, in wei; undefined when none does. */
export function leastCost(
  state: SettleState,
  account: string,
  amount: bigint,
  { costPerHop, costPerClaim }: Fees,
): bigint | undefined {
  let best: bigint | undefined;
  for (const { claims, cost } of everySettlement(state, account, costPerHop)) {
    let [paid, count] = [0n, 0];
    while (paid < amount && count < claims.length) paid += claims[count++] as bigint;
    const all = cost + costPerClaim * BigInt(count);
    if (paid >= amount && (best === undefined || all < best)) best = all;
  }
  return best;
}
