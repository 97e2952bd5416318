import { type Fraction, fraction, multiply, subtract } from "../exact/fraction.ts";
import type { HoldingState, OwnershipState } from "../graph/ownership-graph.ts";

/** A published or derived case, with rows and columns in the order of `names`; fractions as text. */
export interface PublishedCase {
  readonly id: string;
  readonly source: string;
  readonly names: readonly string[];
  /** `c[i][j]`: part of j that i holds. */
  readonly c: readonly (readonly string[])[];
  /** Outside value of each. */
  readonly p: readonly string[];
  /** (I − C)⁻¹. */
  readonly l: readonly (readonly string[])[];
  /** Ĉ (I − C)⁻¹. */
  readonly a: readonly (readonly string[])[];
  /** Book values. */
  readonly book: readonly string[];
  /** Values to final holders. */
  readonly final: readonly string[];
}

/** Reads "2/3" or "90". */
export function parseFraction(text: string): Fraction {
  const [n, d] = text.split("/");
  return fraction(BigInt(n as string), BigInt(d ?? "1"));
}

/** Who holds what no token holds, in graphs made of a matrix. */
export function outsiderOf(token: string): string {
  return `outside-${token}`;
}

/**
 * State in which `C[i][j]` of token j is held by token i, and the rest by one outsider.
 *
 * Supplies are the least that make every holding whole, times 10¹⁸, so that no share is rounded.
 */
export function stateOfMatrix(names: readonly string[], c: readonly (readonly string[])[]): OwnershipState {
  const ids = names.map((name) => name.toLowerCase());
  const holdings: HoldingState[] = [];
  const tokens = ids.map((id, j) => {
    const column = c.map((row) => parseFraction(row[j] as string));
    const supply = fraction(10n ** 18n * column.reduce((multiple, { d }) => d * fraction(multiple, d).n, 1n));
    let outside = supply;
    const hold = (holder: string, balance: Fraction): void => {
      if (balance.n > 0n) holdings.push({ token: id, holder, balance: balance.n, debt: 0n, excluded: false });
    };
    for (const [i, share] of column.entries()) {
      const balance = multiply(share, supply);
      outside = subtract(outside, balance);
      hold(ids[i] as string, balance);
    }
    hold(outsiderOf(id), outside);
    return { id, totalSupply: supply.n, eligibleSupply: supply.n, incomePerShare: 0n };
  });
  return { tokens, holdings };
}
