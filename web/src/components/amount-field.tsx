import { type ReactNode, useId } from "react";
import { formatUnits } from "viem";
import { classNames } from "../lib/class-names.ts";
import { formatAmount } from "../lib/format.ts";

/** What an amount's field needs. The text lives with the caller; `parseAmount` reads it. */
export interface AmountFieldProps {
  readonly label: ReactNode;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** Symbol after the figure. */
  readonly unit: ReactNode;
  /** Decimals of the amount; 18 unless said. */
  readonly decimals?: number;
  /** The most that makes sense, in wei: offered as a button. */
  readonly max?: bigint | undefined;
  /** What the most is: “You hold”. */
  readonly maxLabel?: string;
  readonly hint?: ReactNode;
  /** Why the text can't be used. */
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

/** A field for an amount, kept as the text that was typed: never a floating point number. */
export function AmountField(props: AmountFieldProps) {
  const { label, text, onTextChange, unit, decimals = 18, max, maxLabel = "You have", hint, error, disabled } = props;
  const input = useId();
  const help = useId();
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <label htmlFor={input} className="text-table font-semibold">
          {label}
        </label>
        {max !== undefined && (
          <button
            type="button"
            disabled={disabled}
            onClick={() => onTextChange(formatUnits(max, decimals))}
            className="min-h-6 cursor-pointer text-note text-ink-3 underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            {maxLabel} <span className="figures">{formatAmount(max, { decimals })}</span>
          </button>
        )}
      </div>
      <div
        className={classNames(
          "flex items-center gap-3 rounded-control border bg-cloth px-3.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus",
          error ? "border-bad" : "border-line-strong",
        )}
      >
        <input
          id={input}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          placeholder="0"
          disabled={disabled}
          value={text}
          onChange={(event) => onTextChange(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? help : undefined}
          className="figures min-h-12 w-full min-w-0 bg-transparent font-display text-heading font-semibold outline-none placeholder:text-ink-3"
        />
        <span className="shrink-0 text-table font-semibold">{unit}</span>
      </div>
      {(error || hint) && (
        <p id={help} className={classNames("mt-1.5 text-note", error ? "text-bad" : "text-ink-3")}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
