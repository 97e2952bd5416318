/** One band of parallel strands: a member's shares (warp) or a holder's part (weft). Lengths in px. */
export interface Band {
  /** Where the band starts, across its strands. */
  readonly start: number;
  /** Where the band ends, across its strands. */
  readonly end: number;
  /** Centre line of each strand. */
  readonly strands: readonly number[];
  /** Number of the first strand in the whole cloth, which fixes the twill. */
  readonly first: number;
}

/** Everything a painter needs to draw one cloth; origin at the corner of the woven field. Lengths in px. */
export interface Weave {
  readonly width: number;
  readonly height: number;
  readonly pitch: number;
  /** How far threads reach over the woven field. */
  readonly overhang: number;
  readonly warp: readonly Band[];
  readonly weft: readonly Band[];
}

/** How a cloth is woven: strands per band and sizes in px. */
export interface WeaveParameters {
  readonly warp: readonly number[];
  readonly weft: readonly number[];
  /** From strand to strand. */
  readonly pitch: number;
  /** Bare space between two bands. */
  readonly gap: number;
  readonly overhang: number;
}

/** Strands over which a float passes in 2/2 twill. */
const FLOAT = 2;
/** After how many strands 2/2 twill repeats. */
const REPEAT = 4;

/** Lays out a cloth. */
export function weave({ warp, weft, pitch, gap, overhang }: WeaveParameters): Weave {
  const across = layBands(warp, pitch, gap);
  const down = layBands(weft, pitch, gap);
  return { width: across.length, height: down.length, pitch, overhang, warp: across.bands, weft: down.bands };
}

/** Strands that fit into `length` px when `bands` bands are parted by `gap`. */
export function strandsWithin(length: number, bands: number, pitch: number, gap: number): number {
  return Math.max(0, Math.floor((length - Math.max(0, bands - 1) * gap) / pitch));
}

/** Whether warp strand `i` lies over weft strand `j`: 2/2 twill, one step to the side per row. */
export function warpIsOver(i: number, j: number): boolean {
  return (((i - j) % REPEAT) + REPEAT) % REPEAT < FLOAT;
}

/** Path of a member's strands, top to bottom. */
export function warpPath(cloth: Weave, band: Band): string {
  const top = round(-cloth.overhang);
  const bottom = round(cloth.height + cloth.overhang);
  return band.strands.map((x) => `M${round(x)} ${top}V${bottom}`).join("");
}

/** Path of a holder's thread: one thread that goes across, turns back at the edge, and comes again. */
export function weftPath(cloth: Weave, band: Band): string {
  const left = round(-cloth.overhang);
  const right = round(cloth.width + cloth.overhang);
  const radius = round(cloth.pitch / 2);
  return band.strands
    .map((y, index) => {
      const goesRight = index % 2 === 0;
      const line = `H${goesRight ? right : left}`;
      if (index === 0) return `M${left} ${round(y)}${line}`;
      // The turn happens on the side where the strand before ended.
      return `A${radius} ${radius} 0 0 ${goesRight ? 0 : 1} ${goesRight ? left : right} ${round(y)}${line}`;
    })
    .join("");
}

/** Path of the parts of a member's strands that lie over the holders' threads. */
export function floatsPath(cloth: Weave, band: Band): string {
  return band.strands.map((x, index) => strandFloats(cloth, x, band.first + index)).join("");
}

/** Path of the floats of one strand. */
export function strandFloats(cloth: Weave, x: number, strand: number): string {
  const reach = cloth.pitch / 2;
  let path = "";
  for (const row of cloth.weft) {
    let from: number | undefined;
    for (const [index, y] of row.strands.entries()) {
      const over = warpIsOver(strand, row.first + index);
      if (over && from === undefined) from = y - reach;
      const ends = !over || index === row.strands.length - 1;
      if (ends && from !== undefined) {
        path += `M${round(x)} ${round(from)}V${round(over ? y + reach : y - reach)}`;
        from = undefined;
      }
    }
  }
  return path;
}

function layBands(counts: readonly number[], pitch: number, gap: number): { bands: Band[]; length: number } {
  const bands: Band[] = [];
  let start = 0;
  let first = 0;
  for (const count of counts) {
    const strands = Array.from({ length: count }, (_, index) => start + pitch * (index + 0.5));
    const end = start + pitch * count;
    bands.push({ start, end, strands, first });
    start = end + gap;
    first += count;
  }
  return { bands, length: counts.length === 0 ? 0 : start - gap };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
