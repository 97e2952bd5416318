import { useEffect, useState } from "react";
import type { StoryStep } from "./story-picture.tsx";

export const FIRST_STEP: StoryStep = 0;
export const LAST_STEP: StoryStep = 3;

/** How long a step stands in which no money runs, in milliseconds: long enough to read it. */
const STANDS_MS = 2_600;

/** Where the story is, and whether it tells itself. */
export interface StoryState {
  readonly step: StoryStep;
  readonly playing: boolean;
  /** Shows a step; a story that was telling itself stops. */
  readonly show: (step: StoryStep) => void;
  /** Tells all of it from the beginning. */
  readonly play: () => void;
  readonly stop: () => void;
  /** The step that tells itself is over. */
  readonly next: () => void;
}

/** The story's steps. It begins at the end, where all of it can be seen, and moves only when asked to. */
export function useStory(): StoryState {
  const [{ step, playing }, setState] = useState<{ step: StoryStep; playing: boolean }>({
    step: LAST_STEP,
    playing: false,
  });
  const next = (): void =>
    setState((now) =>
      now.step < LAST_STEP ? { ...now, step: (now.step + 1) as StoryStep } : { ...now, playing: false },
    );
  const waits = playing && step < 2;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      setState((now) => (now.step === step && now.playing ? { ...now, step: (step + 1) as StoryStep } : now));
    }, STANDS_MS);
    return () => clearTimeout(timer);
  }, [waits, step]);
  return {
    step,
    playing,
    show: (wanted) => setState({ step: wanted, playing: false }),
    play: () => setState({ step: FIRST_STEP, playing: true }),
    stop: () => setState((now) => ({ ...now, playing: false })),
    next,
  };
}
