import { countingSort } from "../graph/counting-sort.ts";
import { type Steps, UNDER_WAY } from "../steps.ts";
import type { Ledger } from "./ledger.ts";
import type { SettleTarget } from "./settle-target.ts";

/** A claim that is worth it. */
export interface ClaimStep {
  readonly entry: number;
  /** In wei of the currency. */
  readonly amount: bigint;
}

/** Claims that are worth it. */
export interface Tally {
  /** What they pay together, in wei of the currency. */
  readonly paid: bigint;
  readonly count: number;
}

/** What a target can claim from ledgers that all started from the same accounts. */
export interface ClaimSet {
  /** Claims of at least `least` wei, the largest `most` of them. Takes time for what changed since the start only. */
  tally(ledger: Ledger, most: number): Tally;
  /** The same claims one by one. */
  list(ledger: Ledger, most: number): ClaimStep[];
  /** Token → part of its income that claims of at least `least` wei get directly. */
  directOf(ledger: Ledger): Float64Array;
}

interface TokenTally extends Tally {
  /** Part of the token's income. */
  readonly share: number;
}

/** Tokens whose claims are added up between two steps: some milliseconds. */
const TOKENS_A_STEP = 1024;

/** Adds up once what can be claimed before any harvest. */
export function* createClaimSet(start: Ledger, { claims, direct }: SettleTarget, least: bigint): Steps<ClaimSet> {
  const { entries } = start;
  const tokenCount = entries.graph.tokens.length;
  const byToken = countingSort(
    claims.map((entry) => entries.tokenOf(entry)),
    tokenCount,
  );
  // Rounding can't make it more.
  const leastAbout = Number(least) * (1 - Number.EPSILON);
  const claimOf = (ledger: Ledger, entry: number): bigint | undefined => {
    if (ledger.mostClaimable(entry) < leastAbout) return undefined;
    const amount = ledger.claimable(entry);
    return amount < least ? undefined : amount;
  };
  const tallyOf = (ledger: Ledger, token: number): TokenTally => {
    let [paid, count, share] = [0n, 0, 0];
    for (let at = byToken.start[token] as number; at < (byToken.start[token + 1] as number); at++) {
      const entry = claims[byToken.order[at] as number] as number;
      const amount = claimOf(ledger, entry);
      if (amount === undefined) continue;
      paid += amount;
      count += 1;
      if (entries.earns(entry)) share += entries.graph.edgeShare[entry] as number;
    }
    return { paid, count, share };
  };
  const atStart = new Map<number, TokenTally>();
  const directAtStart = new Float64Array(direct.length);
  let [paidAtStart, countAtStart] = [0n, 0];
  for (let token = 0; token < tokenCount; token++) {
    if (token % TOKENS_A_STEP === 0) yield UNDER_WAY;
    if (byToken.start[token] === byToken.start[token + 1]) continue;
    const tally = tallyOf(start, token);
    atStart.set(token, tally);
    directAtStart[token] = tally.share;
    paidAtStart += tally.paid;
    countAtStart += tally.count;
  }
  const list: ClaimSet["list"] = (ledger, most) => {
    const found: ClaimStep[] = [];
    for (const entry of claims) {
      const amount = claimOf(ledger, entry);
      if (amount !== undefined) found.push({ entry, amount });
    }
    if (found.length <= most) return found;
    return found.sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0)).slice(0, most);
  };
  const tally: ClaimSet["tally"] = (ledger, most) => {
    let [paid, count] = [paidAtStart, countAtStart];
    for (const token of ledger.changedTokens()) {
      const before = atStart.get(token);
      if (before === undefined) continue;
      const now = tallyOf(ledger, token);
      paid += now.paid - before.paid;
      count += now.count - before.count;
    }
    if (count <= most) return { paid, count };
    const kept = list(ledger, most);
    return { paid: kept.reduce((sum, { amount }) => sum + amount, 0n), count: kept.length };
  };
  const directOf: ClaimSet["directOf"] = (ledger) => {
    const changed = directAtStart.slice();
    for (const token of ledger.changedTokens()) {
      if (atStart.has(token)) changed[token] = tallyOf(ledger, token).share;
    }
    return changed;
  };
  return { tally, list, directOf };
}
