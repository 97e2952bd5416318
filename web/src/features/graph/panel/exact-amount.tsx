import type { ClipboardEvent } from "react";
import { formatExact } from "../../../lib/format.ts";

/** An amount in words that add up with those around it; every digit on hover, on focus and when copied. */
export function ExactAmount(props: {
  readonly wei: bigint;
  /** The amount as it is shown, rounded together with others. */
  readonly words: string;
  readonly currency: { readonly currencySymbol: string; readonly decimals: number };
  /** Money received: gold. */
  readonly money?: boolean;
}) {
  const { wei, words, currency, money = false } = props;
  const exact = formatExact(wei, currency.decimals);
  const plain = exact.replaceAll(",", "");
  const copyExact = (event: ClipboardEvent) => {
    event.clipboardData.setData("text/plain", plain);
    event.preventDefault();
  };
  const full = `${exact} ${currency.currencySymbol}`;
  return (
    <data
      value={plain}
      title={full}
      data-exact={full}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach the digits that hovering shows
      tabIndex={0}
      onCopy={copyExact}
      className={`exact figures shrink-0 font-semibold whitespace-nowrap ${money ? "text-money-ink" : ""}`}
    >
      {words} <span className="font-normal text-ink-3">{currency.currencySymbol}</span>
    </data>
  );
}
