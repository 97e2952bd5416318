import { ChevronLeft, ChevronRight, Play, Square } from "lucide-react";
import { Button } from "../../components/button.tsx";
import { useReducedMotion } from "../../lib/reduced-motion.ts";
import type { StoryStep } from "./story-picture.tsx";
import { FIRST_STEP, LAST_STEP, type StoryState } from "./use-story.ts";

/** Back, Next and Watch. Who asked for less motion goes step by step. */
export function StoryControls({ story, title }: { readonly story: StoryState; readonly title: string }) {
  const { step, playing, show, play, stop } = story;
  const reduced = useReducedMotion();
  const go = (by: 1 | -1) => show((step + by) as StoryStep);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-1 gap-y-2">
      <p role="status" className="sr-only">
        Step {step + 1} of {LAST_STEP + 1}: {title}
      </p>
      {!reduced && (
        <Button className="mr-2 max-sm:mr-0 max-sm:px-3" onClick={playing ? stop : play}>
          {playing ? (
            <Square aria-hidden="true" size={14} strokeWidth={1.6} />
          ) : (
            <Play aria-hidden="true" size={16} strokeWidth={1.6} />
          )}
          {playing ? "Stop" : "Watch"}
        </Button>
      )}
      <Button variant="quiet" className="px-2.5 max-sm:px-2" disabled={step === FIRST_STEP} onClick={() => go(-1)}>
        <ChevronLeft aria-hidden="true" size={17} strokeWidth={1.6} />
        Back
      </Button>
      <span aria-hidden="true" className="figures text-note text-ink-2">
        {step + 1} of {LAST_STEP + 1}
      </span>
      <Button variant="quiet" className="px-2.5 max-sm:px-2" disabled={step === LAST_STEP} onClick={() => go(1)}>
        Next
        <ChevronRight aria-hidden="true" size={17} strokeWidth={1.6} />
      </Button>
    </div>
  );
}
