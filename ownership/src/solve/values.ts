import { InvalidAmountError } from "../errors.ts";
import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import { type ClosedSet, closedSets } from "./closed-sets.ts";
import { spread } from "./spread.ts";

/** What a token is worth besides the equity tokens it holds, in any one unit; 0 where a token is not listed. */
export type OutsideValues = ReadonlyMap<string, number>;

/** Values of all tokens, and how much adding them overstates. */
export interface Values {
  /** Book value V = p + C V; null where everything stays in a closed circle, which has no finite book value. */
  readonly book: Map<string, number | null>;
  /** Value to final holders v = Ĉ V: what of a token's book value accounts hold. */
  readonly final: Map<string, number>;
  /** ΣV/Σp over tokens with a book value: how much naive addition overstates; null when there is nothing to divide by. */
  readonly amplification: number | null;
  /** Part of Σp that ends in closed circles; Σ final + trapped = Σp. */
  readonly trapped: number;
  /** Sets of tokens that have no finite book value, and why. */
  readonly closed: ClosedSet[];
}

/**
 * Solves V = p + C V with C = balance / total supply, where pools count as holders outside.
 *
 * Source: Brioschi, Buzzacchi & Colombo (1989); Elliott, Golub & Jackson, AER 104 (2014). Throws UnknownTokenError and
 * InvalidAmountError for a value that is not a finite number from 0.
 */
export function valuesOf(graph: OwnershipGraph, outsideValues: OutsideValues): Values {
  const system = flowSystem(graph, "value");
  const p = new Float64Array(graph.tokens.length);
  let total = 0;
  for (const [token, value] of outsideValues) {
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new InvalidAmountError(`Outside value of ${token}`, value, "it is a finite number and not negative");
    }
    p[tokenNode(graph, token, "An outside value")] = value;
    total += value;
  }
  const { inflow, trapped } = spread(system, p);
  const book = new Map<string, number | null>();
  const final = new Map<string, number>();
  let bookTotal = 0;
  for (const [node, { id }] of graph.tokens.entries()) {
    const closed = system.closed[system.components.componentOf[node] as number] === 1;
    const value = inflow[node] as number;
    book.set(id, closed ? null : value);
    final.set(id, closed ? 0 : value * outsidePart(graph, system.outside, system.scale, node));
    if (!closed) bookTotal += value;
  }
  const trappedTotal = Array.from(trapped.values()).reduce((sum, value) => sum + value, 0);
  return {
    book,
    final,
    amplification: total > 0 ? bookTotal / total : null,
    trapped: trappedTotal,
    closed: closedSets(graph, "value"),
  };
}

/** Ĉ_jj = 1 − Σ_i C[i][j], summed from what accounts and pools hold. */
function outsidePart(graph: OwnershipGraph, outside: Float64Array, scale: Float64Array, token: number): number {
  let sum = 0;
  for (let edge = graph.edgeStart[token] as number; edge < (graph.treasuryStart[token] as number); edge++) {
    sum += graph.edgeShare[edge] as number;
  }
  return (outside[token] as number) + sum * (scale[token] as number);
}

/** Book value of every token; see `valuesOf`. */
export function bookValue(graph: OwnershipGraph, outsideValues: OutsideValues): Map<string, number | null> {
  return valuesOf(graph, outsideValues).book;
}

/** Value of every token to final holders; see `valuesOf`. */
export function finalValue(graph: OwnershipGraph, outsideValues: OutsideValues): Map<string, number> {
  return valuesOf(graph, outsideValues).final;
}

/** ΣV/Σp: how much adding book values overstates; see `valuesOf`. */
export function amplification(graph: OwnershipGraph, outsideValues: OutsideValues): number | null {
  return valuesOf(graph, outsideValues).amplification;
}
