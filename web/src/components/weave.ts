/** What an address stands for; each kind has its own shape and its own range of hues. */
export type Kind = "person" | "network" | "pool" | "wallet";

/** All crossings of one colour, as one SVG path in a square of `crossings` × `crossings` units. */
export interface WeaveStrand {
  readonly fill: string;
  readonly path: string;
}

/** Hues in OKLCH degrees: madder, indigo, verdigris. */
const HUES: Readonly<Record<Exclude<Kind, "wallet">, readonly [from: number, to: number]>> = {
  person: [345, 392],
  network: [262, 292],
  pool: [168, 186],
};

/** How warp threads pass the four shafts: straight, pointed, broken. */
const THREADINGS: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [0, 1, 2, 3, 2, 1],
  [0, 1, 0, 1, 2, 3, 2, 3],
];

/** Four-bit rows with two or three threads up, so that both directions show. */
const LIFTS: readonly number[] = [0b0011, 0b0110, 0b1100, 0b1001, 0b0101, 0b1010, 0b0111, 0b1110];

/** Small numbers drawn from an address, the same for ever. */
function drawsFrom(address: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const character of address.toLowerCase()) {
    state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A dye of even lightness. */
function dye(lightness: number, chroma: number, hue: number): string {
  return `oklch(${lightness} ${chroma} ${hue % 360})`;
}

const known = new Map<string, readonly WeaveStrand[]>();

/**
 * The cloth of an address: a tie-up and a threading decide at each crossing whether the warp or the weft lies on top.
 *
 * The same address and kind always give the same cloth, on every machine.
 */
export function weaveOf(address: string, kind: Exclude<Kind, "wallet">, crossings: number): readonly WeaveStrand[] {
  const key = `${kind}${crossings}${address}`;
  const made = known.get(key);
  if (made) return made;
  const strands = weave(address, kind, crossings);
  known.set(key, strands);
  return strands;
}

function weave(address: string, kind: Exclude<Kind, "wallet">, crossings: number): readonly WeaveStrand[] {
  const draw = drawsFrom(address);
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)] as T;
  const [from, to] = HUES[kind];
  const hue = from + draw(to - from + 1);
  const warpAccent = 2 + draw(4);
  const weftBand = 1 + draw(3);
  const threading = pick(THREADINGS);
  const tieUp = [pick(LIFTS), pick(LIFTS), pick(LIFTS), pick(LIFTS)];
  const shift = draw(4);
  const dyes = [
    dye(0.43, 0.15, hue),
    dye(0.56, 0.17, hue + 10 - draw(21)),
    dye(0.93, 0.035, hue),
    dye(0.78, 0.095, hue + 12 - draw(25)),
  ];
  const paths: [string, string, string, string] = ["", "", "", ""];
  for (let row = 0; row < crossings; row++) {
    const lift = tieUp[(row + shift) % 4] as number;
    const weftDye = Math.floor(row / weftBand) % 2 === 0 ? 2 : 3;
    for (let column = 0; column < crossings; column++) {
      const shaft = threading[column % threading.length] as number;
      const warpDye = column % warpAccent === 0 ? 1 : 0;
      if ((lift >> shaft) & 1) paths[warpDye] += `M${column + 0.04} ${row}h.92v1h-.92z`;
      else paths[weftDye] += `M${column} ${row + 0.04}h1v.92h-1z`;
    }
  }
  return dyes.map((fill, index) => ({ fill, path: paths[index] as string })).filter(({ path }) => path !== "");
}
