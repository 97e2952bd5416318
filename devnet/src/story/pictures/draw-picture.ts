import { MOTIFS, type Motif } from "./motifs.ts";

/** Ground, thread and line of a picture. Dyes on cotton: madder for people, indigo for networks. */
interface Dye {
  readonly ground: string;
  readonly thread: string;
  readonly line: string;
}

const MADDER: readonly Dye[] = [
  { ground: "#f9e4ea", thread: "#e7a3b6", line: "#8c1c3f" },
  { ground: "#fbe6dd", thread: "#eab198", line: "#8f3316" },
  { ground: "#f6e1ef", thread: "#d99cc4", line: "#7a1f5e" },
  { ground: "#8c1c3f", thread: "#b2486a", line: "#fbe3ea" },
  { ground: "#93402a", thread: "#b8674f", line: "#fdeae1" },
];
const INDIGO: readonly Dye[] = [
  { ground: "#2c329f", thread: "#555bc6", line: "#e9eafd" },
  { ground: "#1f3f86", thread: "#4768b0", line: "#e6eefb" },
  { ground: "#43308f", thread: "#6b58b8", line: "#eee9fb" },
];

/** Somebody's or a network's picture to draw. */
export interface Picture {
  readonly kind: "person" | "network";
  readonly motif: Motif;
  /** Chooses dye and weave: the same name always gives the same picture. */
  readonly symbol: string;
}

/** Draws a picture as SVG: a piece of woven ground with a line drawing of the craft on it. */
export function drawPicture({ kind, motif, symbol }: Picture): string {
  const seed = seedOf(symbol);
  const dyes = kind === "person" ? MADDER : INDIGO;
  const { ground, thread, line } = dyes[seed % dyes.length] as Dye;
  const gap = 4 + (seed % 3);
  const lines = Array.from({ length: Math.ceil(64 / gap) }, (_, index) => index * gap + 2);
  const warp = lines.map((x) => `M${x} 0v64`).join("");
  // Each second weft thread goes under: it shows in dashes, and the rows are shifted against each other.
  const weft = lines.map((y, index) => `M${index % 2 === 0 ? 0 : gap} ${y}h64`).join("");
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke-linecap="round" stroke-linejoin="round">',
    `<path fill="${ground}" d="M0 0h64v64H0z"/>`,
    `<g stroke="${thread}" stroke-linecap="butt" opacity=".4"><path d="${warp}"/>`,
    `<path stroke-dasharray="${gap}" stroke-width="2" d="${weft}"/></g>`,
    `<path stroke="${ground}" stroke-width="8" opacity=".8" d="${MOTIFS[motif]}"/>`,
    `<path stroke="${line}" stroke-width="2.6" d="${MOTIFS[motif]}"/></svg>`,
  ].join("");
}

/** A number from a text, the same on every machine. */
function seedOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
