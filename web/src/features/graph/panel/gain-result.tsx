import { useState } from "react";
import type { Address } from "../../../lib/address.ts";
import { type FlowSummary, flowSummary, type SummaryLine } from "../flow/flow-summary.ts";
import type { GainFlow } from "../flow/gain-flow.ts";
import type { MoneyWords } from "../flow/money-words.ts";
import { wayWords } from "../flow/way-words.ts";
import type { GraphView } from "../model/graph-view.ts";
import { listOf } from "../model/words.ts";
import { ExactAmount } from "./exact-amount.tsx";

/** Lines that the result shows before it asks. */
const FIRST = 8;

/** What the result needs. */
export type GainResultProps = {
  readonly flow: GainFlow;
  readonly view: GraphView;
  readonly money: MoneyWords;
  readonly currency: { readonly currencySymbol: string; readonly decimals: number };
  /** The turn after which it is shown, 0 before the first; in the end when undefined. */
  readonly step: number | undefined;
  readonly onSelect: (node: Address) => void;
};

/** Where a gain rests: with whom, how much, how it came; together exactly the gain. */
export function GainResult(props: GainResultProps) {
  const { flow, view, money, currency, step } = props;
  const [all, setAll] = useState(false);
  const summary = flowSummary(flow, view, step);
  const shown = all ? summary.lines : summary.lines.slice(0, FIRST);
  const rest = summary.lines.slice(shown.length).reduce((sum, line) => sum + line.amount, 0n);
  const words = money.sayParts([
    ...shown.map((line) => line.amount),
    ...[rest, summary.onTheWay, summary.stuck].filter((amount) => amount > 0n),
  ]);
  return (
    <section aria-label="Where it rests">
      <p className="text-table text-ink-2">{summary.title}</p>
      <ol className="mt-2 grid gap-3.5">
        {shown.map((line, index) => (
          <ResultLine key={line.rest.account} {...props} line={line} words={words[index] ?? ""} />
        ))}
      </ol>
      {rest > 0n && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-2 min-h-11 cursor-pointer text-note font-semibold underline underline-offset-3"
        >
          {words[shown.length]} {currency.currencySymbol} with {summary.lines.length - shown.length} more
        </button>
      )}
      <Remains {...props} summary={summary} words={words.slice(shown.length + (rest > 0n ? 1 : 0))} />
      <p className="mt-3.5 flex items-baseline justify-between border-t border-line pt-3 font-semibold">
        Together
        <ExactAmount wei={flow.gain} words={money.say(flow.gain)} currency={currency} />
      </p>
    </section>
  );
}

function ResultLine(props: GainResultProps & { readonly line: SummaryLine; readonly words: string }) {
  const { line, words, flow, view, money, currency, step, onSelect } = props;
  const { rest, amount, part } = line;
  const node = rest.node && view.nodes.get(rest.node);
  return (
    <li>
      <p className="flex items-baseline justify-between gap-3">
        {node ? (
          <button
            type="button"
            onClick={() => onSelect(node.id)}
            className="-my-2.5 min-h-11 min-w-0 cursor-pointer truncate text-left font-semibold underline-offset-3 hover:underline"
          >
            {node.label}
          </button>
        ) : (
          <span className="font-semibold">Holders that are not listed</span>
        )}
        <ExactAmount wei={amount} words={words} currency={currency} money />
      </p>
      <Bar part={part} />
      {step === undefined && <p className="mt-1 text-note text-ink-3">{wayWords(rest, flow.source, view, money)}</p>}
    </li>
  );
}

/** A part of the gain as a bar of gold; the figure beside it says the same. */
function Bar({ part }: { readonly part: number }) {
  return (
    <svg
      aria-hidden="true"
      className="mt-1 block h-2 w-full overflow-hidden rounded-full"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
    >
      <rect width="100" height="1" className="fill-inset" />
      <rect width={Math.max(part * 100, 0.6)} height="1" className="fill-money" />
    </svg>
  );
}

/** What does not rest with anybody: on its way, or stuck for good. */
function Remains(props: GainResultProps & { readonly summary: FlowSummary; readonly words: readonly string[] }) {
  const { summary, flow, view, currency } = props;
  const words = [...props.words];
  const onTheWay = summary.onTheWay > 0n ? words.shift() : undefined;
  const stuck = summary.stuck > 0n ? words.shift() : undefined;
  const where = [...flow.trappedIn.keys()].map((token) => view.nodes.get(token)?.label ?? token);
  return (
    <>
      {onTheWay !== undefined && (
        <p className="mt-3.5 flex items-baseline justify-between gap-3 text-table text-ink-2">
          Still on its way
          <ExactAmount wei={summary.onTheWay} words={onTheWay} currency={currency} />
        </p>
      )}
      {stuck !== undefined && (
        <p className="mt-3.5 flex items-baseline justify-between gap-3 text-table text-bad">
          Stuck at {listOf(where)}: it never reaches anybody
          <ExactAmount wei={summary.stuck} words={stuck} currency={currency} />
        </p>
      )}
    </>
  );
}
