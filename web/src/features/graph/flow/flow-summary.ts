import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "../model/graph-view.ts";
import { countWord, listOf } from "../model/words.ts";
import { restsAt } from "./flow-chips.ts";
import type { GainFlow, Rest } from "./gain-flow.ts";

/** One line of the result: with whom how much rests. Amounts in wei of the currency. */
export type SummaryLine = { readonly rest: Rest; readonly amount: bigint; readonly part: number };

/** Where a gain is after a turn, or in the end. Rests, stuck and on its way are together exactly the gain. */
export type FlowSummary = {
  readonly title: string;
  readonly lines: readonly SummaryLine[];
  readonly stuck: bigint;
  readonly onTheWay: bigint;
};

/** Sums a flow up after `step`, from 0 for before the first turn, or without it in the end. */
export function flowSummary(flow: GainFlow, view: GraphView, step: number | undefined): FlowSummary {
  const shown = step === undefined ? undefined : flow.steps[step - 1];
  const rests = restsAt(flow, step);
  const lines = flow.rests.flatMap((rest): SummaryLine[] => {
    const amount = rests.get(rest.account) ?? 0n;
    return amount > 0n ? [{ rest, amount, part: Number(amount) / Number(flow.gain) }] : [];
  });
  const resting = lines.reduce((sum, line) => sum + line.amount, 0n);
  const onTheWay = step === 0 ? flow.gain : (shown?.onTheWay ?? 0n);
  return { title: titleOf(lines, view, step), lines, stuck: flow.gain - resting - onTheWay, onTheWay };
}

function titleOf(lines: readonly SummaryLine[], view: GraphView, step: number | undefined): string {
  if (step === 0) return "All of it is on its way";
  const when = step === undefined ? "In the end" : `After turn ${countWord(step)}`;
  if (lines.length === 0) return `${when} it rests with nobody`;
  const people = lines.filter((line) => kindOf(line, view) === "person").length;
  const wallets = lines.length - people;
  const groups = [
    ...(people > 0 ? [`${countWord(people)} ${people === 1 ? "person" : "people"}`] : []),
    ...(wallets > 0 ? [`${countWord(wallets)} ${wallets === 1 ? "wallet" : "wallets"}`] : []),
  ];
  return `${when} it rests with ${listOf(groups)}`;
}

function kindOf({ rest }: SummaryLine, view: GraphView): string | undefined {
  return rest.node && view.nodes.get(rest.node as Address)?.kind;
}
