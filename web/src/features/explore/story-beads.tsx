import { MONEY_WAYS } from "./story-cloth.ts";

/** Beads on each way, and the time between two of them in milliseconds. */
const TRAIN = 5;
const GAP_MS = 130;

/** Gold that runs along the cloth, once. `onArrived` is called when the last bead is there. */
export function StoryBeads({ step, onArrived }: { readonly step: 2 | 3; readonly onArrived: () => void }) {
  const ways = MONEY_WAYS[step];
  return ways.map((way, index) =>
    Array.from({ length: TRAIN }, (_, bead) => (
      <circle
        // biome-ignore lint/suspicious/noArrayIndexKey: beads differ by nothing but their place
        key={`${way} ${bead}`}
        r={6}
        strokeWidth={3}
        className="story-bead fill-thread stroke-ground"
        style={{ offsetPath: `path("${way}")`, animationDelay: `${bead * GAP_MS}ms` }}
        onAnimationEnd={index === ways.length - 1 && bead === TRAIN - 1 ? onArrived : undefined}
      />
    )),
  );
}
