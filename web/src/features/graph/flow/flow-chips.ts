import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "../model/graph-view.ts";
import type { GainFlow } from "./gain-flow.ts";
import type { MoneyWords } from "./money-words.ts";

/**
 * Words under labels: "+78.43" for what rests with a node so far, "19.29 passes through" for what a network passed on.
 *
 * `step` counts from 1, 0 is before the first turn; without it, the end.
 */
export function flowChips(
  flow: GainFlow,
  view: GraphView,
  money: MoneyWords,
  step: number | undefined,
): ReadonlyMap<Address, string> {
  const chips = new Map<Address, string>();
  for (const [token, amount] of passedOn(flow, step)) {
    if (amount > 0n && view.nodes.get(token)?.kind === "network")
      chips.set(token, `${money.say(amount)} passes through`);
  }
  const rests = new Map<Address, bigint>();
  for (const [account, amount] of restsAt(flow, step)) {
    const node = view.nodeOf.get(account as Address);
    if (node) rests.set(node, (rests.get(node) ?? 0n) + amount);
  }
  const amounts = money.sayParts([...rests.values()]);
  for (const [index, node] of [...rests.keys()].entries()) chips.set(node, `+${amounts[index]}`);
  for (const [token, amount] of step === undefined ? flow.trappedIn : []) {
    const node = view.nodeOf.get(token);
    if (node) chips.set(node, `${money.say(amount)} stuck here`);
  }
  return chips;
}

/** What rests with each account after a step, from 0 for none yet; without it, in the end. In wei of the currency. */
export function restsAt(flow: GainFlow, step: number | undefined): ReadonlyMap<string, bigint> {
  if (step === 0) return new Map();
  const shown = step === undefined ? undefined : flow.steps[step - 1];
  return shown?.rests ?? new Map(flow.rests.map((rest) => [rest.account, rest.amount]));
}

/** What each token has passed on up to a step, from 0 for nothing yet; without it, in the end. In wei of the currency. */
function passedOn(flow: GainFlow, step: number | undefined): ReadonlyMap<Address, bigint> {
  if (step === undefined || flow.steps[step - 1]?.remainder) return flow.inflow;
  const sums = new Map<Address, bigint>();
  for (const { passings } of flow.steps.slice(0, step)) {
    for (const { token, amount } of passings) sums.set(token, (sums.get(token) ?? 0n) + amount);
  }
  return sums;
}
