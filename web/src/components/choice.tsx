import { type ReactNode, useId } from "react";

/** One thing to choose, and what it means in a line. */
export interface ChoiceItem<Value extends string> {
  readonly value: Value;
  readonly title: ReactNode;
  readonly meaning: ReactNode;
}

/** What a choice among a few needs; it lives with the caller. */
export interface ChoiceProps<Value extends string> {
  readonly legend: ReactNode;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly items: readonly ChoiceItem<Value>[];
}

/** A choice among a few, each explained; the whole of each is the target. */
export function Choice<Value extends string>({ legend, value, onChange, items }: ChoiceProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-table font-semibold">{legend}</legend>
      {items.map((item) => (
        <label
          key={item.value}
          className="relative flex cursor-pointer gap-3 rounded-control border border-line-strong p-3 has-checked:border-network has-checked:bg-network-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            checked={item.value === value}
            onChange={() => onChange(item.value)}
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
          />
          <span
            aria-hidden="true"
            className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full border-2 border-line-strong bg-cloth before:size-2 before:rounded-full peer-checked:border-network peer-checked:before:bg-network"
          />
          <span>
            <span className="block text-table font-semibold">{item.title}</span>
            <span className="block text-note text-ink-2">{item.meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
