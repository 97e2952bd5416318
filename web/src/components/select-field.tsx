import { type ReactNode, useId } from "react";

/** What a choice from a list needs; it lives with the caller. */
export interface SelectFieldProps {
  readonly label: ReactNode;
  /** In order; `value` tells them apart. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
}

/** A choice from a list of things that a line tells apart. */
export function SelectField({ label, options, value, onChange, hint }: SelectFieldProps): ReactNode {
  const field = useId();
  const help = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={field} className="mb-1.5 block text-table font-semibold">
        {label}
      </label>
      <select
        id={field}
        value={value}
        aria-describedby={hint ? help : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full rounded-control border border-line-strong bg-cloth px-3 text-table"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {hint && (
        <p id={help} className="mt-1.5 text-note text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
