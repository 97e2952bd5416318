import { halvesOf } from "../graph/integer-words.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { addLimbs, clearLimbs, copyLimbs, isZero, LIMB, LIMB_BITS, type Limbs, setBigint } from "./limbs.ts";

/** Limbs of a balance: 96 bits. */
const BALANCE_LIMBS = 4;

/** Limbs of a rate behind its point. */
const POINT = 5;

/** Limbs in an inverse besides those of an amount, for as little as one share. */
const INVERSE_LIMBS = POINT + 1;

const PER_LIMB = 2 ** -LIMB_BITS;

/** Told what an edge carries: limbs of the splitter, which change with the next edge. */
export type VisitPart = (edge: number, part: Limbs) => void;

/**
 * Splits amounts by balances, in whole wei, with whole numbers in typed arrays.
 *
 * The inverse of a supply is ⌊2²⁴⁽ʷ⁺⁵⁾ / supply⌋ with amounts of `w` limbs. An amount × inverse, cut to five limbs behind the
 * point, is less than two units below the exact rate; two units more make it one that is above by no more than two. Times
 * a balance of at most 2⁹⁶ and rounded down, that is what a balance gets, or up to 2⁻²³ wei more before rounding: what is
 * whole stays whole, and since balances sum to at most the supply, parts that are rounded one by one never sum to more
 * than the amount.
 */
export interface Splitter {
  /** Limbs of an amount. */
  readonly width: number;
  /** What `part` found last. */
  readonly found: Limbs;
  /** Limbs of an inverse. */
  readonly inverseWidth: number;
  setInverse(to: Limbs, at: number, supply: bigint): void;
  /** Prepares to split an amount, by an inverse. */
  setRate(amount: Limbs, at: number, inverse: Limbs, inverseAt: number): void;
  /** ⌊amount · balance / supply⌋ for the amount of the rate, into `found`. A monotone function of the amount. */
  part(edge: number): void;
  /**
   * Splits an amount among the edges of a token that take part, or all, by cumulative balances: parts sum to the amount,
   * and each is less than 1 + 2⁻²² wei away from its exact part. The inverse is of what these edges' balances sum to.
   */
  split(
    token: number,
    amount: Limbs,
    at: number,
    inverse: Limbs,
    inverseAt: number,
    takesPart: ((edge: number) => boolean) | undefined,
    visit: VisitPart,
  ): void;
}

/** A splitter of the edges of a graph, for amounts of so many limbs. */
export function createSplitter(graph: OwnershipGraph, width: number): Splitter {
  const { edgeStart } = graph;
  const halves = halvesOf(graph.edgeBalanceWords);
  const inverseWidth = width + INVERSE_LIMBS;
  const scale = 1n << BigInt(LIMB_BITS * (width + POINT));
  const rate: Limbs = new Float64Array(inverseWidth);
  const rateProduct: Limbs = new Float64Array(width + inverseWidth);
  const balance: Limbs = new Float64Array(BALANCE_LIMBS);
  const product: Limbs = new Float64Array(inverseWidth + BALANCE_LIMBS);
  const found: Limbs = new Float64Array(width);
  const reached: Limbs = new Float64Array(BALANCE_LIMBS);
  const given: Limbs = new Float64Array(width);
  let rateUsed = 0;

  const setInverse: Splitter["setInverse"] = (to, at, supply) => setBigint(to, at, inverseWidth, scale / supply);

  const setRate: Splitter["setRate"] = (amount, at, inverse, inverseAt) => {
    multiply(rateProduct, amount, at, width, inverse, inverseAt, inverseWidth);
    let carry = 2;
    rateUsed = 0;
    for (let limb = 0; limb < inverseWidth; limb++) {
      const sum = (rateProduct[width + limb] as number) + carry;
      carry = sum >= LIMB ? 1 : 0;
      rate[limb] = sum - carry * LIMB;
      if (rate[limb] !== 0) rateUsed = limb + 1;
    }
  };

  /** The limbs of an edge's balance out of its three halves of words. */
  const readBalance = (edge: number): void => {
    const [low, middle, high] = [
      halves[4 * edge] as number,
      halves[4 * edge + 1] as number,
      halves[4 * edge + 2] as number,
    ];
    balance[0] = low & 0xffffff;
    balance[1] = (low >>> 24) | ((middle & 0xffff) << 8);
    balance[2] = (middle >>> 16) | ((high & 0xff) << 16);
    balance[3] = high >>> 8;
  };

  /** Rate × shares, down to whole wei. */
  const findPart = (shares: Limbs): void => {
    multiply(product, shares, 0, BALANCE_LIMBS, rate, 0, rateUsed);
    const most = rateUsed + BALANCE_LIMBS;
    for (let limb = 0; limb < width; limb++) found[limb] = POINT + limb < most ? (product[POINT + limb] as number) : 0;
  };

  const part: Splitter["part"] = (edge) => {
    readBalance(edge);
    findPart(balance);
  };

  const lastOf = (token: number, takesPart: ((edge: number) => boolean) | undefined): number => {
    let last = (edgeStart[token + 1] as number) - 1;
    if (takesPart) while (!takesPart(last)) last -= 1;
    return last;
  };

  const split: Splitter["split"] = (token, amount, at, inverse, inverseAt, takesPart, visit) => {
    setRate(amount, at, inverse, inverseAt);
    clearLimbs(reached, 0, BALANCE_LIMBS);
    clearLimbs(given, 0, width);
    const last = lastOf(token, takesPart);
    for (let edge = edgeStart[token] as number; edge < last; edge++) {
      if (takesPart && !takesPart(edge)) continue;
      readBalance(edge);
      addLimbs(reached, 0, balance, 0, BALANCE_LIMBS, 1);
      findPart(reached);
      addLimbs(found, 0, given, 0, width, -1);
      if (isZero(found, 0, width)) continue;
      addLimbs(given, 0, found, 0, width, 1);
      visit(edge, found);
    }
    copyLimbs(found, 0, amount, at, width);
    addLimbs(found, 0, given, 0, width, -1);
    if (!isZero(found, 0, width)) visit(last, found);
  };

  return { width, found, inverseWidth, setInverse, setRate, part, split };
}

/** The product of two numbers that are not negative, into `to`, which gets as many limbs as both have. */
function multiply(to: Limbs, a: Limbs, aAt: number, aWidth: number, b: Limbs, bAt: number, bWidth: number): void {
  let carry = 0;
  const last = aWidth + bWidth - 1;
  for (let limb = 0; limb < last; limb++) {
    let sum = carry;
    const most = limb < aWidth ? limb : aWidth - 1;
    for (let i = limb < bWidth ? 0 : limb - bWidth + 1; i <= most; i++) {
      sum += (a[aAt + i] as number) * (b[bAt + limb - i] as number);
    }
    carry = Math.floor(sum * PER_LIMB);
    to[limb] = sum - carry * LIMB;
  }
  to[last] = carry;
}
