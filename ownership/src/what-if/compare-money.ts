import { flowOf } from "../flow/flow-of.ts";
import { nodeId } from "../graph/token-node.ts";
import type { Entries } from "../plan/entries.ts";
import { createLedger } from "../plan/ledger.ts";
import type { SettleState } from "../plan/settle-state.ts";

/** What a holder can claim from a token, before and after, in wei of the currency: exactly the contracts' `claimable`. */
export interface ClaimableChange {
  /** An account, or a token whose treasury holds. */
  readonly holder: string;
  readonly token: string;
  readonly before: bigint;
  readonly after: bigint;
}

/** What an account is due in the end, before and after, in wei of the currency. */
export interface DueChange {
  readonly account: string;
  readonly before: bigint;
  readonly after: bigint;
}

/** Claimables of `tokens` that differ by more than `dust` wei between two states at `time`, largest change first. */
export function compareClaimables(
  before: SettleState,
  after: SettleState,
  tokens: readonly string[],
  time: bigint | undefined,
  dust: bigint,
): ClaimableChange[] {
  const [was, is] = [claimablesOf(before, tokens, time), claimablesOf(after, tokens, time)];
  const changes: ClaimableChange[] = [];
  for (const [key, { holder, token }] of new Map([...was, ...is])) {
    const change = { holder, token, before: was.get(key)?.amount ?? 0n, after: is.get(key)?.amount ?? 0n };
    if (distance(change) > dust) changes.push(change);
  }
  return changes.sort(bySize);
}

interface Claimable {
  readonly holder: string;
  readonly token: string;
  readonly amount: bigint;
}

function claimablesOf(state: SettleState, tokens: readonly string[], time: bigint | undefined): Map<string, Claimable> {
  const ledger = createLedger(state, time);
  const { entries } = ledger;
  const found = new Map<string, Claimable>();
  for (const token of tokens) {
    for (const entry of entries.heldOf(entries.graph.nodeOf.get(token) as number)) {
      const holder = nodeId(entries.graph, entries.holderOf(entry));
      found.set(`${token},${holder}`, { holder, token, amount: ledger.claimable(entry) });
    }
  }
  return found;
}

/**
 * What accounts are due in the end that differs by more than `dust` wei between two states at `time`, largest change first:
 * their own claimables, and their look-through part of what treasuries can claim. Each figure is off by a few wei for each
 * token that income passes through.
 */
export function compareDue(
  before: SettleState,
  after: SettleState,
  time: bigint | undefined,
  dust: bigint,
): DueChange[] {
  const [was, is] = [dueOf(before, time), dueOf(after, time)];
  return Array.from(new Set([...was.keys(), ...is.keys()]), (account) => ({
    account,
    before: was.get(account) ?? 0n,
    after: is.get(account) ?? 0n,
  }))
    .filter((change) => distance(change) > dust)
    .sort(bySize);
}

/** Account → what it is due in the end, in wei of the currency. */
function dueOf(state: SettleState, time: bigint | undefined): Map<string, bigint> {
  const ledger = createLedger(state, time);
  const { entries } = ledger;
  const due = new Map<string, bigint>();
  const income = new Map<string, bigint>();
  for (let entry = 0; entry < entries.count; entry++) {
    const amount = ledger.claimable(entry);
    if (amount > 0n)
      add(isTreasury(entries, entry) ? income : due, nodeId(entries.graph, entries.holderOf(entry)), amount);
  }
  const { received } = flowOf(entries.graph, income, { maxTurns: 0 });
  for (const [account, amount] of received) add(due, account, amount);
  return due;
}

function isTreasury({ graph, holderOf }: Entries, entry: number): boolean {
  return holderOf(entry) < graph.tokens.length;
}

function add(amounts: Map<string, bigint>, key: string, amount: bigint): void {
  amounts.set(key, (amounts.get(key) ?? 0n) + amount);
}

function distance({ before, after }: { readonly before: bigint; readonly after: bigint }): bigint {
  return after > before ? after - before : before - after;
}

function bySize(a: ClaimableChange | DueChange, b: ClaimableChange | DueChange): number {
  const [first, second] = [distance(a), distance(b)];
  return first < second ? 1 : first > second ? -1 : 0;
}
