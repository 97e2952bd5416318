import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "../model/graph-view.ts";
import { holderName } from "../model/owners.ts";
import { countWord, listOf, possessive } from "../model/words.ts";
import type { FlowStep, Passing } from "./flow-steps.ts";
import type { MoneyWords } from "./money-words.ts";

/** Most receivers, and most tokens that pass on, that one step names. */
const MOST_NAMED = 4;

/** One turn in sentences: "Trio passes on 18: 6 to Ada, 6 to Ben and 6 to Cleo’s treasury." */
export function stepWords(options: {
  step: FlowStep;
  before: FlowStep | undefined;
  source: Address;
  view: GraphView;
  isToken: (holder: string) => boolean;
  money: MoneyWords;
}): string {
  const { step, before, source, view, isToken, money } = options;
  if (step.remainder) {
    return `What is left, ${money.sayShort(before?.onTheWay ?? 0n)}, goes the same ways until all of it rests.`;
  }
  const first = before === undefined;
  const sentences = [...step.passings]
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map((passing) => passingWords(passing, first && passing.token === source, view, isToken, money));
  const rest = step.passings.length - sentences.length;
  if (rest > 0) sentences.push(`${capital(countWord(rest))} more pass on smaller parts.`);
  return sentences.join(" ");
}

function passingWords(
  passing: Passing,
  first: boolean,
  view: GraphView,
  isToken: (holder: string) => boolean,
  money: MoneyWords,
): string {
  const node = view.nodes.get(passing.token);
  const name = node?.label ?? passing.token;
  const starts = node?.kind === "network" ? "takes in" : "realizes";
  const lead = first
    ? `${name} ${starts} ${money.sayShort(passing.amount)}`
    : `${possessiveToken(node, name)} on ${money.sayShort(passing.amount)}`;
  const amounts = money.sayParts(passing.parts.map((part) => part.amount)).map((text) => text.replace(/\.0+$/, ""));
  const named = passing.parts
    .slice(0, MOST_NAMED)
    .map((part, index) => `${amounts[index]} to ${holderName(view, part.holder, isToken(part.holder))}`);
  const more = passing.parts.length - named.length;
  return `${lead}: ${listOf(more > 0 ? [...named, `the rest to ${countWord(more)} more`] : named)}.`;
}

/** A person's token passes on, not the person: "Cleo’s token passes". */
function possessiveToken(node: { kind: string } | undefined, name: string): string {
  return node?.kind === "person" ? `${possessive(name)} token passes` : `${name} passes`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
