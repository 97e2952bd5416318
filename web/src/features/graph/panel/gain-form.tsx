import { Play } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { formatUnits } from "viem";
import { Button } from "../../../components/button.tsx";
import { parseAmount } from "../../../lib/parse-amount.ts";
import type { GraphNode } from "../model/graph-view.ts";

/** A gain to start from, in units of the currency: the story's. */
const USUAL_GAIN = "90";

/** "If Ada realizes [90] [Watch]": asks for a gain and shows where it goes. */
export function GainForm(props: {
  readonly node: GraphNode;
  readonly currency: { readonly currencySymbol: string; readonly decimals: number };
  /** The gain that the link carries, in units of the currency. */
  readonly gain: string | undefined;
  /** Gets the gain as a plain decimal, in units of the currency. */
  readonly onWatch: (gain: string) => void;
}) {
  const { node, currency, gain, onWatch } = props;
  const input = useId();
  const help = useId();
  const [text, setText] = useState(gain ?? USUAL_GAIN);
  const [error, setError] = useState<string>();
  const watch = (event: FormEvent) => {
    event.preventDefault();
    const read = parseAmount(text, currency.decimals);
    const reason = read.ok ? (read.value === 0n ? "Enter an amount above zero." : undefined) : read.reason;
    setError(reason);
    if (read.ok && reason === undefined) onWatch(formatUnits(read.value, currency.decimals));
  };
  return (
    <form onSubmit={watch} noValidate>
      <label htmlFor={input} className="font-display text-lead font-semibold tracking-[-0.018em]">
        If {node.label} {node.kind === "network" ? "takes in" : "realizes"}
      </label>
      <div
        className={`mt-2 flex items-center gap-3 rounded-control border bg-cloth py-1.5 pr-1.5 pl-3.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus ${error ? "border-bad" : "border-line-strong"}`}
      >
        <input
          id={input}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? help : undefined}
          className="figures w-full min-w-0 bg-transparent font-display text-heading font-semibold outline-none"
        />
        <span className="shrink-0 text-table text-ink-2">{currency.currencySymbol}</span>
        <Button type="submit" variant="primary">
          <Play aria-hidden="true" size={16} strokeWidth={1.6} />
          Watch
        </Button>
      </div>
      {error && (
        <p id={help} role="alert" className="mt-1.5 text-note text-bad">
          {error}
        </p>
      )}
    </form>
  );
}
