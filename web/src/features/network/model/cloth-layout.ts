import { type BandLabel, labelsFit, textWidth } from "./band-label.ts";
import { allocateStrands } from "./strands.ts";
import { strandsWithin, type Weave, weave } from "./weave.ts";

/** Part of a cloth that is woven from one member or one holder. */
export interface ClothThread {
  readonly label: BandLabel;
  /** For drawing, from 0 to 1. */
  readonly share: number;
}

/** A woven cloth and the room for its labels. Lengths in px. */
export interface ClothLayout {
  readonly weave: Weave;
  /** Where the woven field starts. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Space between a label and the threads. */
  readonly labelGap: number;
  readonly fontSize: number;
  /** Whether the members' labels stand upright because they would not fit side by side. */
  readonly upright: boolean;
  /** Room for each member's label, along the text. */
  readonly memberRoom: readonly number[];
  /** Room for each holder's label. */
  readonly holderRoom: number;
}

/** A cloth narrower than this is drawn finer, with shorter labels. */
const NARROW = 480;
/** The fewest strands that still read as cloth: a pair over, a pair under. */
const LEAST_STRANDS = 2;

const WIDE_SIZES = { pitch: 6.6, gap: 10, overhang: 12, left: 178, fontSize: 13, rows: 42, upright: 104 };
const NARROW_SIZES = { pitch: 5.2, gap: 7, overhang: 8, left: 88, fontSize: 11, rows: 40, upright: 92 };

/** Lays out the cloth of `members` and `holders` within `width` px; undefined when there is nothing to weave. */
export function layOutCloth(
  members: readonly ClothThread[],
  holders: readonly ClothThread[],
  width: number,
): ClothLayout | undefined {
  if (members.length === 0 || holders.length === 0 || width <= 0) return undefined;
  const sizes = width < NARROW ? NARROW_SIZES : WIDE_SIZES;
  const { pitch, overhang, fontSize } = sizes;
  const field = width - sizes.left - 2 * overhang - pitch;
  // Many members on a narrow page move closer together before the cloth would grow out of the page.
  const spare = (field - members.length * LEAST_STRANDS * pitch) / Math.max(1, members.length - 1);
  const gap = Math.max(0, Math.min(sizes.gap, spare));
  const warp = allocateStrands(
    members.map((member) => member.share),
    strandsWithin(field, members.length, pitch, gap),
    LEAST_STRANDS,
  );
  const weft = allocateStrands(
    holders.map((holder) => holder.share),
    Math.max(sizes.rows, LEAST_STRANDS * holders.length),
    rowStrands(holders.length),
  );
  const cloth = weave({ warp, weft, pitch, gap, overhang });
  const rooms = cloth.warp.map((band) => band.end - band.start + gap);
  const upright = !labelsFit(
    members.map((member) => member.label),
    rooms,
    fontSize,
  );
  const top = overhang + (upright ? sizes.upright + 8 : 2 * fontSize + 14);
  const shareRoom = 10 + textWidth(" 100 % ", fontSize);
  return {
    weave: cloth,
    left: sizes.left + overhang,
    top,
    width: sizes.left + cloth.width + 2 * overhang + pitch,
    height: top + cloth.height + overhang + 2,
    labelGap: 10,
    fontSize,
    upright,
    memberRoom: upright ? rooms.map(() => sizes.upright - shareRoom) : rooms,
    holderRoom: sizes.left - shareRoom,
  };
}

/** A single holder still needs a few rows to be a cloth; many holders share them. */
function rowStrands(holders: number): number {
  return holders > 6 ? LEAST_STRANDS : LEAST_STRANDS + 1;
}
