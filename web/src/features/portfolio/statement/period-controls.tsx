import { type ReactNode, useId } from "react";
import { Pills } from "../../../components/pills.tsx";
import { type Days, isDay, PERIOD_WORDS, PERIODS, type PeriodName } from "./period.ts";

interface PeriodControlsProps {
  readonly name: PeriodName;
  readonly days: Days;
  readonly onName: (name: PeriodName) => void;
  readonly onDays: (days: Days) => void;
  /** Why the days are no period. */
  readonly error: string | undefined;
}

/** Chooses the days of a statement. */
export function PeriodControls({ name, days, onName, onDays, error }: PeriodControlsProps): ReactNode {
  const problem = useId();
  return (
    <div className="grid gap-3 print:hidden">
      <Pills
        legend="Period"
        value={name}
        onChange={onName}
        items={PERIODS.map((value) => ({ value, label: PERIOD_WORDS[value] }))}
      />
      {name === "dates" && (
        <div className="flex flex-wrap gap-3">
          <DayField
            label="From"
            day={days.first}
            problem={error && problem}
            onDay={(first) => onDays({ ...days, first })}
          />
          <DayField
            label="To, that day included"
            day={days.last}
            problem={error && problem}
            onDay={(last) => onDays({ ...days, last })}
          />
        </div>
      )}
      {error && (
        <p id={problem} role="alert" className="text-note text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

function DayField(props: {
  readonly label: string;
  readonly day: string;
  /** Id of what says why the day can’t be used. */
  readonly problem: string | undefined;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const { label, day, problem, onDay } = props;
  return (
    <label className="grid gap-1.5 text-table font-semibold">
      {label}
      <input
        type="date"
        required
        value={day}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem}
        onChange={({ target }) => isDay(target.value) && onDay(target.value)}
        className="figures min-h-11 rounded-control border border-line-strong bg-cloth px-3 font-normal"
      />
    </label>
  );
}
