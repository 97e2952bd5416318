import type { FlowSystem } from "../graph/flow-system.ts";
import { edgeBalance } from "../graph/ownership-graph.ts";
import { add, divide, type Fraction, fraction, multiply, subtract } from "./fraction.ts";

const ZERO = fraction(0n);
const ONE = fraction(1n);

/** Exact results of y = x + C y. */
export interface ExactSpread {
  /** Token → inflow; closed components keep what enters. */
  readonly inflow: Fraction[];
  /** Account → what rests with it. */
  readonly received: Fraction[];
  readonly trapped: Fraction;
}

/** Solves y = x + C y in rational numbers, component by component; for tests and small graphs. */
export function spreadExact(system: FlowSystem, x: readonly Fraction[]): ExactSpread {
  const { graph, components, closed, circular } = system;
  const inflow = x.slice();
  const received = graph.accounts.map(() => ZERO);
  let trapped = ZERO;
  for (let component = 0; component < components.count; component++) {
    const members = Array.from(
      components.members.subarray(components.start[component], components.start[component + 1]),
    );
    if (members.every((token) => inflow[token]?.n === 0n)) continue;
    if (closed[component]) {
      for (const token of members) trapped = add(trapped, inflow[token] as Fraction);
      continue;
    }
    if (circular[component]) solveWithin(system, component, members, inflow);
    for (const token of members) passOn(system, component, token, inflow, received);
  }
  return { inflow, received, trapped };
}

/** The part of `token`'s flow that an edge carries. */
function edgePart({ graph, kind }: FlowSystem, token: number, edge: number): Fraction {
  const { eligibleSupply, totalSupply } = graph.tokens[token] as (typeof graph.tokens)[number];
  return fraction(edgeBalance(graph, edge), kind === "income" ? eligibleSupply : totalSupply);
}

function passOn(system: FlowSystem, component: number, token: number, inflow: Fraction[], received: Fraction[]): void {
  const { graph, components } = system;
  for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
    const holder = graph.edgeHolder[edge] as number;
    if (holder < graph.tokens.length && components.componentOf[holder] === component) continue;
    const part = multiply(edgePart(system, token, edge), inflow[token] as Fraction);
    const [sums, index] = holder < graph.tokens.length ? [inflow, holder] : [received, holder - graph.tokens.length];
    sums[index] = add(sums[index] as Fraction, part);
  }
}

/** Gauss and Jordan's elimination of (I − C) y = x within a component that is not closed, so every pivot exists. */
function solveWithin(system: FlowSystem, component: number, members: readonly number[], inflow: Fraction[]): void {
  const { graph, components } = system;
  const rows = members.map((token, row) => [
    ...members.map((_, column) => (row === column ? ONE : ZERO)),
    inflow[token] as Fraction,
  ]);
  for (const [column, token] of members.entries()) {
    for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
      const holder = graph.edgeHolder[edge] as number;
      if (holder >= graph.tokens.length || components.componentOf[holder] !== component) continue;
      const row = rows[components.placeOf[holder] as number] as Fraction[];
      row[column] = subtract(row[column] as Fraction, edgePart(system, token, edge));
    }
  }
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k] as Fraction;
    for (let column = k; column < pivotRow.length; column++) {
      pivotRow[column] = divide(pivotRow[column] as Fraction, pivot);
    }
    for (const [i, row] of rows.entries()) {
      const factor = row[k] as Fraction;
      if (i === k || factor.n === 0n) continue;
      for (let column = k; column < row.length; column++) {
        row[column] = subtract(row[column] as Fraction, multiply(factor, pivotRow[column] as Fraction));
      }
    }
  }
  for (const [place, token] of members.entries()) inflow[token] = rows[place]?.[members.length] as Fraction;
}
