import { type Control, checkpoint } from "../control.ts";
import { InvalidAmountError } from "../errors.ts";
import { type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { createHeap } from "../heap.ts";
import { receivedBound, spreadComponent } from "./spread.ts";

/** A column of D (I − C)⁻¹: all accounts in one token, by numbers; only shares above zero. */
export interface LookThroughColumn {
  /** Index of the token. */
  readonly token: number;
  /** Indices into the graph's `accounts`. */
  readonly accounts: Uint32Array<ArrayBuffer>;
  /** From 0 to 1, by the same index as `accounts`; together with `trapped` they sum to 1. */
  readonly shares: Float64Array<ArrayBuffer>;
  /** Part that ends in tokens out of which nothing comes. */
  readonly trapped: number;
  /** Shares and what is trapped are, added up, off the exact ones by at most this; rounding is included. */
  readonly errorBound: number;
}

/** Which columns, and how the walk is watched and stopped. */
export interface MatrixOptions extends Control {
  /** Index of the first token; 0 when not given. */
  readonly from?: number;
  /** Index after the last token; all when not given. */
  readonly to?: number;
}

/**
 * Every account's look-through share in every token, one token after the other in the order of the graph.
 *
 * The matrix is never held: each column is solved when it is asked for and costs what its token leads to, not the size
 * of the graph. Stop by no longer asking, or by the signal, which throws AbortedError. Throws InvalidAmountError for a
 * range that is not one.
 */
export function lookThroughMatrix(
  graph: OwnershipGraph,
  { from = 0, to = graph.tokens.length, ...control }: MatrixOptions = {},
): Generator<LookThroughColumn, void, void> {
  const rule = `columns go from 0 to ${graph.tokens.length}`;
  if (!(Number.isInteger(to) && to >= 0 && to <= graph.tokens.length)) {
    throw new InvalidAmountError("The end of the columns", to, rule);
  }
  if (!(Number.isInteger(from) && from >= 0 && from <= to)) {
    throw new InvalidAmountError("The first of the columns", from, rule);
  }
  return columns(flowSystem(graph, "income"), from, to, control);
}

function* columns(
  system: FlowSystem,
  from: number,
  to: number,
  control: Control,
): Generator<LookThroughColumn, void, void> {
  const solve = createColumnSolver(system);
  for (let token = from; token < to; token++) {
    checkpoint(control, "The look-through matrix", token - from, to - from);
    yield solve(token);
  }
  control.onProgress?.(to - from, to - from);
}

/** Solves columns with arrays that are used again, cleaned where they were touched. */
function createColumnSolver(system: FlowSystem): (token: number) => LookThroughColumn {
  const { graph, components } = system;
  const inflow = new Float64Array(graph.tokens.length);
  const received = new Float64Array(graph.accounts.length);
  const queued = new Uint8Array(components.count);
  const open = createHeap<number>();
  let solved: number[] = [];
  let touched: number[] = [];
  const reach = {
    component: (component: number): void => {
      if (queued[component]) return;
      queued[component] = 1;
      // Components are numbered in the order of flow.
      open.push(-component, component);
    },
    account: (account: number): void => {
      touched.push(account);
    },
  };
  return (token) => {
    const trapped = new Map<number, number>();
    let errorBound = 0;
    [solved, touched] = [[], []];
    inflow[token] = 1;
    reach.component(components.componentOf[token] as number);
    for (let component = open.pop(); component !== undefined; component = open.pop()) {
      errorBound += spreadComponent(system, component, inflow, received, trapped, reach);
      solved.push(component);
    }
    const accounts = Uint32Array.from(touched.filter((account) => (received[account] as number) > 0)).sort();
    const shares = Float64Array.from(accounts, (account) => received[account] as number);
    for (const account of accounts) {
      errorBound += receivedBound(system, account, received);
      received[account] = 0;
    }
    for (const component of solved) {
      queued[component] = 0;
      for (let at = components.start[component] as number; at < (components.start[component + 1] as number); at++) {
        inflow[components.members[at] as number] = 0;
      }
    }
    const trappedShare = Array.from(trapped.values()).reduce((sum, share) => sum + share, 0);
    return { token, accounts, shares, trapped: trappedShare, errorBound };
  };
}
