/** Σ|v|. */
export function sumOfSizes(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += Math.abs(values[index] as number);
  return sum;
}
