const COLUMN = 15;

/** Figures of one size of graph: name → number, or none where it was not measured. */
export type Figures = Map<string, number>;

/** Prints one row of cells. */
export function line(first: string, cells: readonly string[]): void {
  process.stdout.write(`${first.padEnd(26)}${cells.map((cell) => cell.padStart(COLUMN)).join("")}\n`);
}

/** Prints figures by size, with the exponent by which each grows: 1 is linear. */
export function printGrowth(unit: string, sizes: readonly number[], figures: readonly Figures[]): void {
  line(unit, [...sizes.map((size) => size.toLocaleString("en")), "exponent"]);
  for (const name of figures.at(-1)?.keys() ?? []) {
    const row = figures.map((figure) => figure.get(name) ?? Number.NaN);
    line(name, [...row.map((value) => value.toFixed(value < 100 ? 1 : 0)), growth(sizes, row).toFixed(2)]);
  }
}

/** Slope of log(figure) over log(size) from a hundredth of the largest size up, by least squares. */
function growth(sizes: readonly number[], row: readonly number[]): number {
  const largest = sizes.at(-1) as number;
  const points = sizes
    .map((size, index) => [Math.log(size), Math.log(row[index] as number), size] as const)
    .filter(([, y, size]) => size >= largest / 100 && Number.isFinite(y));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([a]) => a)), mean(points.map(([, b]) => b))];
  const above = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
