import type { ClothHolder, ClothMember } from "./cloth-view.ts";

/** Colour of one band of threads. */
export type ThreadTone = "person" | "network" | "wallet" | "others";

/** How one band is painted. */
export interface BandPaint {
  readonly tone: ThreadTone;
  /** Turns the hue by some degrees within the kind's range, so that neighbours differ. */
  readonly hue: number;
  /** Strands, counted from the band's first, that carry a gain of the last thirty days. */
  readonly golden: readonly number[];
}

/** Madder from magenta to brick: the range of people's colours around its middle. */
const PERSON_HUES = [0, -20, 16, -10, 9, -26];
/** Indigo, kept off blue and violet. */
const NETWORK_HUES = [0, 13, -4, 18, 6, 10];

/** Most of a band's strands that may be golden, so that its own colour stays in sight: one in three. */
const GOLDEN_PART = 3;

/** Paint of the members' bands. `strands` says how many each has. */
export function paintMembers(members: readonly ClothMember[], strands: readonly number[]): readonly BandPaint[] {
  return members.map(({ kind, gains }, index) => ({
    tone: kind,
    hue: kind === "others" ? 0 : hueAt(kind === "person" ? PERSON_HUES : NETWORK_HUES, index),
    golden: goldenStrands(strands[index] ?? 0, gains.length),
  }));
}

/** Paint of the holders' bands: the network's own colour, iron grey for wallets that nobody is issued at. */
export function paintHolders(holders: readonly ClothHolder[]): readonly BandPaint[] {
  return holders.map(({ kind }, index) => ({
    tone: kind === "wallet" || kind === "others" ? kind : "network",
    hue: kind === "wallet" || kind === "others" ? 0 : hueAt(NETWORK_HUES, index),
    golden: [],
  }));
}

/** Which of a band's strands are golden: spread evenly, never next to each other while there is room. */
export function goldenStrands(strands: number, gains: number): readonly number[] {
  const count = Math.min(gains, Math.max(1, Math.floor(strands / GOLDEN_PART)));
  if (strands === 0) return [];
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * strands) / count));
}

function hueAt(hues: readonly number[], index: number): number {
  return hues[index % hues.length] ?? 0;
}
