import type { ClipboardEvent } from "react";
import { classNames } from "../lib/class-names.ts";
import { formatExact, formatShort } from "../lib/format.ts";

/** What an amount shows. */
export interface AmountProps {
  readonly wei: bigint;
  /** Symbol after the figure. */
  readonly unit?: string | undefined;
  /** Decimals of the token or currency; 18 unless said. */
  readonly decimals?: number;
  /** Money received or moving: the only thing that is gold. */
  readonly money?: boolean;
  readonly maximumFractionDigits?: number;
  readonly minimumFractionDigits?: number;
  readonly className?: string;
}

/** An amount, rounded for reading; every digit on hover, on focus and when copied. */
export function Amount({ wei, unit, decimals = 18, money = false, className, ...digits }: AmountProps) {
  const shown = formatShort(wei, { decimals, ...digits });
  const exact = formatExact(wei, decimals);
  const rounded = shown !== exact;
  const full = unit ? `${exact} ${unit}` : exact;
  const copyExact = (event: ClipboardEvent): void => {
    if (!rounded || document.getSelection()?.toString().includes("\n")) return;
    event.clipboardData.setData("text/plain", exact.replaceAll(",", ""));
    event.preventDefault();
  };
  return (
    <data
      value={exact.replaceAll(",", "")}
      title={rounded ? full : undefined}
      data-exact={rounded ? full : undefined}
      tabIndex={rounded ? 0 : undefined}
      onCopy={copyExact}
      className={classNames("exact figures whitespace-nowrap", money && "text-money-ink", className)}
    >
      {shown}
      {unit && <span className="text-[max(0.8125rem,0.55em)] font-normal tracking-normal text-ink-3"> {unit}</span>}
    </data>
  );
}
