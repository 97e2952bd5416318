import { type ReactNode, useId } from "react";

/** One of a few to choose from. */
export interface Pill<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** What a row of pills needs; the choice lives with the caller. */
export interface PillsProps<Value extends string> {
  /** Says what is chosen; for screen readers. */
  readonly legend: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly items: readonly Pill<Value>[];
}

/** A choice among a few short words. */
export function Pills<Value extends string>({ legend, value, onChange, items }: PillsProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{legend}</legend>
      {items.map((item) => (
        <label
          key={item.value}
          className="relative inline-flex min-h-11 cursor-pointer items-center rounded-control border border-line px-3.5 text-table font-medium text-ink-2 has-checked:border-ink has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            checked={value === item.value}
            onChange={() => onChange(item.value)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
          {item.label}
        </label>
      ))}
    </fieldset>
  );
}
