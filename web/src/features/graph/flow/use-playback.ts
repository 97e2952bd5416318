import { useCallback, useMemo, useState } from "react";

/** Turns that show themselves one after the other, when asked to and only then. */
export type Playback = {
  /** The turn whose beads run, from 1; undefined while nothing moves. */
  readonly turn: number | undefined;
  /** Plays the turns of what `subject` names, as soon as that is what is shown. */
  readonly start: (subject: string) => void;
  readonly stop: () => void;
  /** The running turn's beads have arrived: the next turn, or the end. */
  readonly next: () => void;
};

/** Plays the `turns` turns of `subject`; what was started for another subject does not move this one. */
export function usePlayback(subject: string, turns: number): Playback {
  const [playing, setPlaying] = useState<{ readonly subject: string; readonly turn: number }>();
  const start = useCallback((wanted: string) => setPlaying({ subject: wanted, turn: 1 }), []);
  const stop = useCallback(() => setPlaying(undefined), []);
  const next = useCallback(
    () => setPlaying((now) => (now && now.turn < turns ? { ...now, turn: now.turn + 1 } : undefined)),
    [turns],
  );
  const turn = playing?.subject === subject && playing.turn <= turns ? playing.turn : undefined;
  return useMemo(() => ({ turn, start, stop, next }), [turn, start, stop, next]);
}
