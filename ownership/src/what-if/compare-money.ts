import { amountAt } from "../flow/amounts.ts";
import { flowColumns } from "../flow/flow-columns.ts";
import { nodeId } from "../graph/token-node.ts";
import type { Entries } from "../plan/entries.ts";
import { createLedger } from "../plan/ledger.ts";
import { type Steps, stage, UNDER_WAY } from "../steps.ts";

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

/** Entries whose claimables are read between two steps: some milliseconds. */
const ENTRIES_A_STEP = 16_384;

/**
 * Claimables of `tokens` that differ by more than `dust` wei between two states at `time`, largest change first. Nodes of
 * `before` keep their numbers in `after`.
 */
export function compareClaimables(
  before: Entries,
  after: Entries,
  tokens: readonly number[],
  time: bigint | undefined,
  dust: bigint,
): ClaimableChange[] {
  const [wasOf, isOf] = [claimablesOf(before, time), claimablesOf(after, time)];
  const changes: ClaimableChange[] = [];
  for (const token of new Set(tokens)) {
    const [was, is] = [wasOf(token), isOf(token)];
    for (const node of new Set([...was.keys(), ...is.keys()])) {
      const names = { holder: nodeId(after.graph, node), token: nodeId(after.graph, token) };
      const change = { ...names, before: was.get(node) ?? 0n, after: is.get(node) ?? 0n };
      if (distance(change) > dust) changes.push(change);
    }
  }
  return changes.sort(bySize);
}

/** What each holder of a token can claim, by node. */
function claimablesOf(entries: Entries, time: bigint | undefined): (token: number) => Map<number, bigint> {
  const ledger = createLedger(entries, time);
  return (token) => new Map(entries.heldOf(token).map((entry) => [entries.holderOf(entry), ledger.claimable(entry)]));
}

/**
 * What accounts are due in the end that differs by more than `dust` wei between two states at `time`, largest change first:
 * their own claimables, and their look-through part of what treasuries can claim. Each figure is off by a few wei for each
 * token that income passes through. Nodes of `before` keep their numbers in `after`.
 */
export function* compareDue(
  before: Entries,
  after: Entries,
  time: bigint | undefined,
  dust: bigint,
): Steps<DueChange[]> {
  const was = yield* stage(dueOf(before, time), 0, 50);
  const is = yield* stage(dueOf(after, time), 50, 100);
  const changes: DueChange[] = [];
  for (const node of new Set([...was.keys(), ...is.keys()])) {
    const [from, to] = [was.get(node) ?? 0n, is.get(node) ?? 0n];
    if (distance({ before: from, after: to }) <= dust) continue;
    changes.push({ account: nodeId(after.graph, node), before: from, after: to });
  }
  return changes.sort(bySize);
}

/** Node of each account → what it is due in the end, in wei of the currency. */
function* dueOf(entries: Entries, time: bigint | undefined): Steps<Map<number, bigint>> {
  const ledger = createLedger(entries, time);
  const due = new Map<number, bigint>();
  const income = new Map<number, bigint>();
  for (let entry = 0; entry < entries.count; entry++) {
    if (entry % ENTRIES_A_STEP === 0) yield UNDER_WAY;
    const amount = ledger.claimable(entry);
    if (amount === 0n) continue;
    const holder = entries.holderOf(entry);
    add(holder < entries.graph.tokens.length ? income : due, holder, amount);
  }
  const { received } = yield* flowColumns(entries.graph, income);
  for (const [index, node] of received.nodes.entries()) add(due, node, amountAt(received.amounts, index));
  return due;
}

function add(amounts: Map<number, bigint>, node: number, amount: bigint): void {
  amounts.set(node, (amounts.get(node) ?? 0n) + amount);
}

function distance({ before, after }: { readonly before: bigint; readonly after: bigint }): bigint {
  return after > before ? after - before : before - after;
}

function bySize(a: ClaimableChange | DueChange, b: ClaimableChange | DueChange): number {
  const [first, second] = [distance(a), distance(b)];
  return first < second ? 1 : first > second ? -1 : 0;
}
