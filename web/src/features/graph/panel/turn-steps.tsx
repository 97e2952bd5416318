import { ChevronLeft, ChevronRight, Square } from "lucide-react";
import { Button } from "../../../components/button.tsx";

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
  return (
    <div className="rounded-control bg-inset px-3.5 py-3">
      <div className="flex items-center justify-between gap-2">
        <p className="text-note font-semibold">
          {step === undefined ? `All ${last === 1 ? "in one turn" : `${last} turns`}` : `Turn ${step} of ${last}`}
        </p>
        <div className="flex gap-1">
          {playing && (
            <Button variant="quiet" className="px-2.5" onClick={onStop}>
              <Square aria-hidden="true" size={14} strokeWidth={1.6} />
              Stop
            </Button>
          )}
          <Button
            variant="quiet"
            className="px-2.5"
            disabled={step === 1}
            onClick={() => onStep(step === undefined ? last : step - 1)}
          >
            <ChevronLeft aria-hidden="true" size={17} strokeWidth={1.6} />
            Back
          </Button>
          <Button
            variant="quiet"
            className="px-2.5"
            disabled={step === undefined && !playing && last === 0}
            onClick={() => onStep(step === undefined ? 1 : step === last ? undefined : step + 1)}
          >
            {step === undefined ? "Step by step" : step === last ? "End" : "Next"}
            <ChevronRight aria-hidden="true" size={17} strokeWidth={1.6} />
          </Button>
        </div>
      </div>
      <p aria-live="polite" className="text-note text-ink-2">
        {step !== undefined && (
          <>
            <span className="sr-only">Turn {step}: </span>
            {words[step - 1]}
          </>
        )}
      </p>
    </div>
  );
}
