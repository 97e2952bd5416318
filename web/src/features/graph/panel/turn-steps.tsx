import { ChevronLeft, ChevronRight, Square } from "lucide-react";
import { Button } from "../../../components/button.tsx";
import { countWord } from "../model/words.ts";

/** The turns of a flow as numbered steps with Back and Next. */
export function TurnSteps(props: {
  /** What happens in each turn, in words. */
  readonly words: readonly string[];
  /** The turn that is shown, from 1; all of them when undefined. */
  readonly step: number | undefined;
  /** Whether the turns are showing themselves now. */
  readonly playing: boolean;
  readonly onStep: (step: number | undefined) => void;
  readonly onStop: () => void;
}) {
  const { words, step, playing, onStep, onStop } = props;
  const last = words.length;
  if (step === undefined) {
    return (
      <div className="flex items-center justify-between gap-2 rounded-control bg-inset py-1 pr-1 pl-3.5">
        <p className="text-note font-semibold">{last === 1 ? "In one turn" : `In ${countWord(last)} turns`}</p>
        <Button variant="quiet" className="px-2.5" onClick={() => onStep(1)}>
          Step by step
          <ChevronRight aria-hidden="true" size={17} strokeWidth={1.6} />
        </Button>
      </div>
    );
  }
  return (
    <div className="rounded-control bg-inset py-1 pr-1 pl-3.5">
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className="figures text-note font-semibold">
          Turn {step} of {last}
        </p>
        <div className="flex gap-1">
          {playing ? (
            <Button variant="quiet" className="px-2.5" onClick={onStop}>
              <Square aria-hidden="true" size={14} strokeWidth={1.6} />
              Stop
            </Button>
          ) : (
            <>
              <Button variant="quiet" className="px-2.5" disabled={step === 1} onClick={() => onStep(step - 1)}>
                <ChevronLeft aria-hidden="true" size={17} strokeWidth={1.6} />
                Back
              </Button>
              <Button variant="quiet" className="px-2.5" onClick={() => onStep(step === last ? undefined : step + 1)}>
                {step === last ? "End" : "Next"}
                <ChevronRight aria-hidden="true" size={17} strokeWidth={1.6} />
              </Button>
            </>
          )}
        </div>
      </div>
      <p aria-live="polite" className="pr-2.5 pb-2 text-note text-ink-2">
        <span className="sr-only">Turn {step}: </span>
        {words[step - 1]}
      </p>
    </div>
  );
}
