const COLUMN = 17;

/** Clocks and allocations are too coarse for less. */
const LEAST_FIGURE = 0.2;

/** Figures of one size of graph: name → number, or none where it was not measured. */
export type Figures = Map<string, number>;

/** Prints one row of cells. */
export function line(first: string, cells: readonly string[]): void {
  process.stdout.write(`${first.padEnd(26)}${cells.map((cell) => cell.padStart(COLUMN)).join("")}\n`);
}

/** Prints figures by size, with the exponents by which each grows from one size to the next: 1 is linear. */
export function printGrowth(unit: string, sizes: readonly number[], figures: readonly Figures[]): void {
  line(unit, [...sizes.map((size) => size.toLocaleString("en")), "exponents"]);
  for (const name of figures.at(-1)?.keys() ?? []) {
    const row = figures.map((figure) => figure.get(name) ?? Number.NaN);
    line(name, [...row.map((value) => value.toFixed(value < 100 ? 1 : 0)), growth(sizes, row)]);
  }
}

/** Slopes of log(figure) over log(size) between neighbours; a dash where a figure is too small to tell. */
function growth(sizes: readonly number[], row: readonly number[]): string {
  const slopes = row.slice(1).map((figure, index) => {
    const before = row[index] as number;
    if (!(before >= LEAST_FIGURE && figure > 0)) return "–";
    return (Math.log(figure / before) / Math.log((sizes[index + 1] as number) / (sizes[index] as number))).toFixed(2);
  });
  return slopes.join(" ");
}
