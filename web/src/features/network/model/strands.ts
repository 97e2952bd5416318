/**
 * Divides `total` strands between bands in proportion to their weights, at least `least` each.
 *
 * Largest remainders decide, ties go to the earlier band, so a heavier band never has fewer strands than a lighter
 * one. When `total` can't give everybody `least`, each gets `least` and the cloth grows beyond `total`.
 * Weights are shares for drawing, never amounts; negative or unknown ones count as zero.
 */
export function allocateStrands(weights: readonly number[], total: number, least: number): readonly number[] {
  const usable = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const counts = usable.map(() => least);
  const spare = Math.floor(total) - least * usable.length;
  if (spare <= 0) return counts;

  const ideal = idealAboveLeast(usable, Math.floor(total), least);
  const whole = ideal.map(Math.floor);
  let left = spare - whole.reduce((sum, count) => sum + count, 0);
  const byRemainder = ideal
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || (usable[b.index] ?? 0) - (usable[a.index] ?? 0) || a.index - b.index);
  const extra = new Set<number>();
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    extra.add(index);
    left -= 1;
  }
  return counts.map((count, index) => count + (whole[index] ?? 0) + (extra.has(index) ? 1 : 0));
}

/**
 * What each band should have above `least`, as a fraction: bands whose fair part is under `least` are lifted to it,
 * and the rest is divided between the others by weight.
 */
function idealAboveLeast(weights: readonly number[], total: number, least: number): number[] {
  let open = weights.map((_, index) => index);
  let strands = total;
  for (;;) {
    const sum = open.reduce((running, index) => running + (weights[index] ?? 0), 0);
    if (sum === 0) {
      const each = strands / Math.max(1, open.length) - least;
      return weights.map((_, index) => (open.includes(index) ? each : 0));
    }
    const fair = (index: number) => (strands * (weights[index] ?? 0)) / sum;
    const lifted = open.filter((index) => fair(index) < least);
    if (lifted.length === 0) {
      return weights.map((_, index) => (open.includes(index) ? fair(index) - least : 0));
    }
    // Each round closes at least one band, so this ends after as many rounds as there are bands.
    strands -= least * lifted.length;
    open = open.filter((index) => !lifted.includes(index));
  }
}
