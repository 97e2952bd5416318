import { type ReactNode, useId } from "react";
import { classNames } from "../../../lib/class-names.ts";
import { formatDate } from "../../../lib/format.ts";
import type { Founding } from "../model/read-form.ts";

interface LastDayFieldProps {
  readonly founding: Founding;
  readonly onChange: (day: string) => void;
}

/** The last day on which founders can stake. */
export function LastDayField({ founding, onChange }: LastDayFieldProps): ReactNode {
  const field = useId();
  const help = useId();
  const { days, lastDay, ends } = founding;
  const wrong = ends === undefined;
  return (
    <div>
      <label htmlFor={field} className="mb-1.5 block text-table font-semibold">
        Last day to stake
      </label>
      <input
        id={field}
        type="date"
        min={days.first}
        max={days.last}
        value={lastDay}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={help}
        className={classNames(
          "figures min-h-11 w-full rounded-control border bg-cloth px-3.5 text-table sm:w-56",
          wrong ? "border-bad" : "border-line-strong",
        )}
      />
      <p id={help} className={classNames("mt-1.5 text-note", wrong ? "text-bad" : "text-ink-3")}>
        {wrong
          ? "Choose a day from tomorrow on, within the next four weeks."
          : `Founders can stake until ${formatDate(ends, { time: true })}. If one is missing then, the founding has failed.`}
      </p>
    </div>
  );
}
