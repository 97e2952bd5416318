/** The picture's size in its own units; the page scales it. */
export const CLOTH = { width: 600, height: 400 } as const;

/** Warp strands of each person: one for every tenth of what they issued. */
export const STRANDS = 10;
/** Of those, the network holds a fifth. */
export const STAKED_STRANDS = 2;

/** Distance between two strands, and their thickness. */
const PITCH = 8.4;
/** Thickness of a strand. */
export const STRAND_WIDTH = 5.6;

const TOP = 4;
const BOTTOM = 382;
const LEFT = 78;
const TURN = 550;
const PASSES = [140, 206] as const;
/** Radius in which the middle of the weft turns back. */
const TURN_RADIUS = (PASSES[1] - PASSES[0]) / 2;
/** Weft strands in each of the two passes. */
const WEFT_STRANDS = 3;

/** Middles of the three people's strands. */
export const PERSON_X = [168, 316, 464] as const;

/** Where the network stands: at the two ends of its thread. */
export const NETWORK_Y = (PASSES[0] + PASSES[1]) / 2;

/** A strand of the warp: a part of one life. */
export interface WarpStrand {
  readonly person: number;
  /** Position within the person's strands, from 0. */
  readonly index: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** All warp strands; their ends hang unevenly, as cut threads do. */
export const WARP: readonly WarpStrand[] = PERSON_X.flatMap((middle, person) =>
  Array.from({ length: STRANDS }, (_, index) => ({
    person,
    index,
    x: middle + (index - (STRANDS - 1) / 2) * PITCH,
    top: TOP + ((index * 5 + person * 3) % 4),
    bottom: BOTTOM - ((index * 7 + person * 4) % 5) * 3.2,
  })),
);

/** Height of a weft strand in the first pass (0) or the way back (1). */
function weftY(pass: 0 | 1, strand: number): number {
  const order = pass === 0 ? strand : WEFT_STRANDS - 1 - strand;
  return PASSES[pass] + (order - (WEFT_STRANDS - 1) / 2) * PITCH;
}

/** The weft's strands as paths: across, around the edge, and back. */
export const WEFT: readonly string[] = Array.from({ length: WEFT_STRANDS }, (_, strand) => {
  const out = weftY(0, strand);
  const back = weftY(1, strand);
  const radius = (back - out) / 2;
  return `M${LEFT} ${out}H${TURN}A${radius} ${radius} 0 0 1 ${TURN} ${back}H${LEFT}`;
});

/** Where a warp strand lies over the weft: a short piece, drawn again on top. */
export interface Crossing {
  readonly strand: WarpStrand;
  readonly y: number;
}

/** Crossings at which the warp is on top, in 2/2 twill. */
export const WARP_OVER: readonly Crossing[] = WARP.flatMap((strand, column) =>
  [0, 1, 2, 3, 4, 5]
    .filter((row) => (column + row) % 4 < 2)
    .map((row) => ({ strand, y: PASSES[row < WEFT_STRANDS ? 0 : 1] + ((row % WEFT_STRANDS) - 1) * PITCH })),
);

/** Half the length of the piece of warp that lies over one weft strand. */
export const OVER_REACH: number = PITCH / 2;

/** Where the warp meets the weft, and where it has left it. */
export const MEETING = { from: PASSES[0], to: PASSES[1] } as const;

/** Ways that money takes through the cloth, as paths: by the step in which it goes there. */
export const MONEY_WAYS: Readonly<Record<2 | 3, readonly string[]>> = {
  // Down Ada's own strands, and out of the fifth that the network holds into its thread.
  2: [`M${PERSON_X[0]} ${TOP}V${BOTTOM}`, `M${PERSON_X[0] + 2 * PITCH} ${TOP}V${PASSES[0]}H${PERSON_X[1]}`],
  // Along the network's thread, around its edge, and down to each who owns a part of it.
  3: [0, 1, 2].map(
    (person) =>
      `M${PERSON_X[0] + 2 * PITCH} ${PASSES[0]}H${TURN}A${TURN_RADIUS} ${TURN_RADIUS} 0 0 1 ${TURN} ${PASSES[1]}H${PERSON_X[person] ?? 0}V${BOTTOM}`,
  ),
};
