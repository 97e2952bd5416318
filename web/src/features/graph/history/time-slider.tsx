import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { findChange, firstLaunchQueryOptions } from "../../../data/history.ts";
import { indexStatusQueryOptions } from "../../../data/index-status.ts";
import { formatCount, formatDate } from "../../../lib/format.ts";
import { blockOf, blockStep } from "./block-steps.ts";
import "./time-slider.css";

/** Waits this long after the last move of the slider before the index is asked, in milliseconds. */
const SETTLE = 180;

/** What the slider shows and changes. */
export type TimeSliderProps = {
  /** The block that is asked for; undefined for the newest. */
  readonly block: number | undefined;
  /** The block that is shown, with its Unix time; 0 while it is not known. */
  readonly shown: { readonly number: number; readonly timestamp: number };
  readonly onChange: (block: number | undefined) => void;
};

/** Goes back to who owned whom at an earlier block, out of the indexed history. */
export function TimeSlider({ block, shown, onChange }: TimeSliderProps) {
  const { data: first } = useQuery(firstLaunchQueryOptions);
  const { data: status } = useQuery(indexStatusQueryOptions);
  const last = Math.max(status?.block ?? 0, shown.number);
  const [asked, setAsked] = useAsked(block, onChange);
  if (!first || first.block >= last) return null;
  const value = asked ?? last;
  const reading = asked !== undefined && asked !== shown.number;
  const when =
    reading || shown.timestamp === 0
      ? `block ${formatCount(value)}`
      : `${formatDate(shown.timestamp)}, block ${formatCount(shown.number)}`;
  const words = asked === undefined ? `Now: ${when}` : reading ? `Reading ${when}` : `As of ${when}`;
  const jump = async (direction: "earlier" | "later") => {
    const found = await findChange(direction, value).catch(() => null);
    if (found !== null) onChange(found);
    else onChange(direction === "earlier" ? first.block : undefined);
  };
  return (
    <div className="pointer-events-auto w-full bg-ground px-4 pt-1 pb-2.5">
      <div className="flex items-center justify-between gap-2 text-note text-ink-2">
        <span className="figures whitespace-nowrap max-sm:sr-only">{formatDate(first.timestamp)}</span>
        <div className="flex min-w-0 items-center">
          <JumpButton label="Earlier change" disabled={value <= first.block} onClick={() => jump("earlier")}>
            <ChevronLeft aria-hidden="true" size={18} strokeWidth={1.6} />
          </JumpButton>
          <p role="status" className="figures min-w-0 text-center font-semibold text-ink">
            {words}
          </p>
          <JumpButton label="Later change" disabled={asked === undefined} onClick={() => jump("later")}>
            <ChevronRight aria-hidden="true" size={18} strokeWidth={1.6} />
          </JumpButton>
        </div>
        <button
          type="button"
          disabled={asked === undefined}
          onClick={() => onChange(undefined)}
          className="min-h-11 min-w-11 cursor-pointer rounded-control px-2 text-right font-semibold underline underline-offset-3 disabled:cursor-default disabled:font-normal disabled:no-underline"
        >
          Now
        </button>
      </div>
      <input
        type="range"
        aria-label="Block in time"
        aria-valuetext={words}
        min={first.block}
        max={last}
        step={blockStep(first.block, last)}
        value={value}
        onChange={(event) => setAsked(blockOf(Number(event.target.value), first.block, last))}
        className="time-slider block w-full cursor-pointer"
      />
    </div>
  );
}

/** The block as the slider has it, told onwards when the hand rests; what the link says wins when it changes. */
function useAsked(block: number | undefined, onChange: (block: number | undefined) => void) {
  const [state, setState] = useState<{ readonly from: number | undefined; readonly asked: number | undefined }>();
  const moved = state !== undefined && state.from === block;
  const asked = moved ? state.asked : block;
  useEffect(() => {
    if (!moved || asked === block) return;
    const timer = setTimeout(() => onChange(asked), SETTLE);
    return () => clearTimeout(timer);
  }, [moved, asked, block, onChange]);
  return [asked, (next: number | undefined) => setState({ from: block, asked: next })] as const;
}

function JumpButton(props: {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  const { label, children, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      title={`${label}: a launch, a stake, an unstake or an issue of shares`}
      {...rest}
      className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-control text-ink hover:bg-inset disabled:cursor-default disabled:text-ink-3 disabled:opacity-50"
    >
      {children}
    </button>
  );
}
