/** From how many points on fewer are drawn. */
export const MOST_POINTS = 2_000;

/**
 * Which of many points to draw, as rising indices: in each pixel column the lowest and the highest, and always the first
 * and the last. All of them while there are no more than `MOST_POINTS`.
 *
 * @param values Heights of points at equal distances, for drawing only.
 * @param columns Width of the drawing in pixels, at least 1.
 */
export function reducePoints(values: readonly number[], columns: number): readonly number[] {
  const count = values.length;
  if (count <= MOST_POINTS) return values.map((_, index) => index);
  const kept = new Set([0, count - 1]);
  for (let column = 0; column < columns; column++) {
    const start = Math.floor((column * count) / columns);
    const end = Math.floor(((column + 1) * count) / columns);
    if (end > start) for (const index of extremes(values, start, end)) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Indices of the lowest and the highest value from `start` up to and without `end`. */
function extremes(values: readonly number[], start: number, end: number): readonly [number, number] {
  let low = start;
  let high = start;
  for (let index = start + 1; index < end; index++) {
    const value = values[index] ?? 0;
    if (value < (values[low] ?? 0)) low = index;
    if (value > (values[high] ?? 0)) high = index;
  }
  return [low, high];
}
