import { bigintAt, type Limbs } from "./limbs.ts";

/** Amounts in wei of the currency, none negative, in a typed array; read with `amountAt`. */
export interface Amounts {
  /** Limbs of 24 bits, lowest first, `width` for each amount. */
  readonly limbs: Uint32Array<ArrayBuffer>;
  readonly width: number;
}

/** An amount by its index, in wei of the currency. */
export function amountAt({ limbs, width }: Amounts, index: number): bigint {
  return bigintAt(limbs, index * width, width);
}

/** Number of amounts. */
export function amountCount({ limbs, width }: Amounts): number {
  return limbs.length / width;
}

/** Sum of all amounts, in wei of the currency. */
export function sumOfAmounts(amounts: Amounts): bigint {
  let sum = 0n;
  for (let index = 0; index < amountCount(amounts); index++) sum += amountAt(amounts, index);
  return sum;
}

/** Amounts of some nodes, all above zero. */
export interface NodeAmounts {
  /** Nodes from low to high. */
  readonly nodes: Uint32Array<ArrayBuffer>;
  readonly amounts: Amounts;
}

/** What of some sums is not zero. @param firstNode Node of the first sum. */
export function nodeAmounts(sums: Limbs, width: number, firstNode: number): NodeAmounts {
  let count = 0;
  const all = sums.length / width;
  const nodes = new Uint32Array(all);
  const limbs = new Uint32Array(sums.length);
  for (let index = 0; index < all; index++) {
    let any = 0;
    for (let limb = 0; limb < width; limb++) {
      const part = sums[index * width + limb] as number;
      limbs[count * width + limb] = part;
      any += part;
    }
    if (any === 0) continue;
    nodes[count] = firstNode + index;
    count += 1;
  }
  return { nodes: nodes.slice(0, count), amounts: { limbs: limbs.slice(0, count * width), width } };
}

/** The amount of a node; 0 where it has none. */
export function amountOfNode({ nodes, amounts }: NodeAmounts, node: number): bigint {
  const index = nodes.indexOf(node);
  return index < 0 ? 0n : amountAt(amounts, index);
}
