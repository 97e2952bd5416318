import { classNames } from "../../lib/class-names.ts";
import { StoryBeads } from "./story-beads.tsx";
import {
  CLOTH,
  MEETING,
  OVER_REACH,
  STAKED_STRANDS,
  STRAND_WIDTH,
  STRANDS,
  WARP,
  WARP_OVER,
  type WarpStrand,
  WEFT,
} from "./story-cloth.ts";

/** How far the story is told: people, their network, a gain, what came of it. */
export type StoryStep = 0 | 1 | 2 | 3;

const RIM = STRAND_WIDTH + 2.2;
/** Strands of each person that carry gold below the network, once the gain is paid in and once it has gone round. */
const GOLD_BELOW = { 2: [STRANDS - STAKED_STRANDS, 0, 0], 3: [STRANDS - STAKED_STRANDS + 1, 1, 1] } as const;

function isGold(strand: WarpStrand, step: StoryStep, below: boolean): boolean {
  if (step < 2) return false;
  if (!below) return strand.person === 0;
  return strand.index < (GOLD_BELOW[step as 2 | 3][strand.person] ?? 0);
}

/** What the picture shows, and whether money runs in it. */
export interface StoryPictureProps {
  readonly step: StoryStep;
  /** Given while the story tells itself: gold runs, and this is called when it has arrived. */
  readonly onArrived: (() => void) | undefined;
}

/** Three lives as warp, a network as weft, a gain as gold. Said in words beside it. */
export function StoryPicture({ step, onArrived }: StoryPictureProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${CLOTH.width} ${CLOTH.height}`}
      className="block w-full"
      fill="none"
      strokeWidth={STRAND_WIDTH}
      strokeLinecap="round"
    >
      {WARP.map((strand) => (
        <Warp key={`${strand.person}.${strand.index}`} strand={strand} step={step} />
      ))}
      <g className={classNames("transition-opacity duration-200", step < 1 && "opacity-0")}>
        {WEFT.map((path) => (
          <path key={path} d={path} className="stroke-ground" strokeWidth={RIM} />
        ))}
        {WEFT.map((path, index) => (
          <path key={path} d={path} className={index === 1 ? "stroke-network" : "stroke-network/80"} />
        ))}
        <path
          d={WEFT[1]}
          className={classNames("stroke-thread transition-opacity duration-200", step < 2 && "opacity-0")}
        />
        {WARP_OVER.map(({ strand, y }) => (
          <Over key={`${strand.person}.${strand.index}.${y}`} strand={strand} y={y} step={step} />
        ))}
      </g>
      {onArrived && step >= 2 && <StoryBeads key={step} step={step as 2 | 3} onArrived={onArrived} />}
    </svg>
  );
}

const dye = ({ index }: WarpStrand): string => (index % 3 === 1 ? "stroke-person/75" : "stroke-person");

function Warp({ strand, step }: { strand: WarpStrand; step: StoryStep }) {
  const { x, top, bottom } = strand;
  const turn = (MEETING.from + MEETING.to) / 2;
  return (
    <>
      <path d={`M${x} ${top}V${bottom}`} className={dye(strand)} />
      <Gold d={`M${x} ${top}V${turn}`} shown={isGold(strand, step, false)} />
      <Gold d={`M${x} ${turn}V${bottom}`} shown={isGold(strand, step, true)} />
    </>
  );
}

function Over({ strand, y, step }: { strand: WarpStrand; y: number; step: StoryStep }) {
  const d = `M${strand.x} ${y - OVER_REACH}V${y + OVER_REACH}`;
  const below = y > (MEETING.from + MEETING.to) / 2;
  return (
    <>
      <path d={d} className="stroke-ground" strokeWidth={RIM} strokeLinecap="butt" />
      <path d={d} className={dye(strand)} strokeLinecap="butt" />
      <Gold d={d} shown={isGold(strand, step, below)} butt />
    </>
  );
}

function Gold({ d, shown, butt = false }: { d: string; shown: boolean; butt?: boolean }) {
  return (
    <path
      d={d}
      strokeLinecap={butt ? "butt" : "round"}
      className={classNames("stroke-thread transition-opacity duration-200", !shown && "opacity-0")}
    />
  );
}
