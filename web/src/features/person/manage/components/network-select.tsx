import type { ReactNode } from "react";

/** A choice among the networks of a treasury. */
export function NetworkSelect(props: {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { options, value, onChange } = props;
  return (
    <label className="grid gap-1.5 text-table font-semibold">
      Network
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full rounded-control border border-line-strong bg-cloth px-3 font-normal"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
