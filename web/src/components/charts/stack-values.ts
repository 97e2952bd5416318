/** From where to where a value reaches when it stands on those before it, in wei. */
export interface Layer {
  readonly from: bigint;
  readonly to: bigint;
}

/** Values standing on each other, the first at the bottom. */
export function stackValues(values: readonly bigint[]): readonly Layer[] {
  let top = 0n;
  return values.map((value) => {
    const from = top;
    top += value;
    return { from, to: top };
  });
}

/** The sum of values. */
export function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/** The largest of values; 0 of none. */
export function largestOf(values: readonly bigint[]): bigint {
  let largest = 0n;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}
