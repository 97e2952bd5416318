import { type Circle, circlesOf } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatShare } from "../../../lib/format.ts";
import type { GraphView } from "./graph-view.ts";
import { countWord, listOf, possessive } from "./words.ts";

/** Tokens that hold each other, as a field in the picture with words beside it. */
export type GraphCircle = {
  readonly id: string;
  /** Nodes in it. */
  readonly members: readonly Address[];
  /** Nothing leaves: money gets stuck. */
  readonly closed: boolean;
  /** "circle of two" */
  readonly title: string;
  /** "6.7 % comes round again" */
  readonly note: string;
  /** What it means, in whole sentences. */
  readonly explanation: string;
};

/** Most names that an explanation lists before it counts. */
const MOST_NAMES = 4;

/** All circles of the graph: the one that sends most round again first. */
export function graphCircles(snapshot: OwnershipSnapshot, view: GraphView): GraphCircle[] {
  return circlesOf(snapshot.graph).map((circle) => describe(circle, view));
}

function describe(circle: Circle, view: GraphView): GraphCircle {
  const members = circle.tokens.map((token) => token as Address).sort();
  const count = countWord(members.length);
  return {
    id: members.join(" "),
    members,
    closed: circle.closed,
    title: circle.closed ? "money gets stuck here" : `circle of ${count}`,
    note: circle.closed ? `a closed circle of ${count}` : `${roundAgain(circle)} comes round again`,
    explanation: circle.closed ? explainClosed(members, view) : explainOpen(circle, members, view),
  };
}

function roundAgain({ returning, tokens }: Circle): string {
  return tokens.length > 2 ? `up to ${formatShare(returning)}` : formatShare(returning);
}

function explainOpen(circle: Circle, members: readonly Address[], view: GraphView): string {
  const settles = `Each turn sends back ${roundAgain(circle)}, so it settles after a few.`;
  if (members.length === 1) return `${namesOf(members, view)} holds a part of itself. ${settles}`;
  if (members.length > 2) {
    return `What ${namesOf(members, view)} pass on comes back to them in part. ${settles}`;
  }
  // The network first: it is what the person's treasury holds a part of.
  const [first, second] = [...members].sort((a, b) => rank(a, view) - rank(b, view)) as [Address, Address];
  return `${whole(first, view)} owns a part of ${whole(second, view)}, and ${owner(second, view)} a part of ${whole(first, view)}. ${settles}`;
}

function explainClosed(members: readonly Address[], view: GraphView): string {
  const who = namesOf(members, view);
  return members.length === 1
    ? `Every share of ${who} is held by ${who} itself, so what comes in never reaches anybody.`
    : `Every share of ${who} is held within the circle, so what comes in never reaches anybody.`;
}

function rank(id: Address, view: GraphView): number {
  return view.nodes.get(id)?.kind === "network" ? 0 : 1;
}

/** A person's token holds for the person: "Cleo’s treasury". */
function owner(id: Address, view: GraphView): string {
  const node = view.nodes.get(id);
  return node?.kind === "person" ? `${possessive(node.label)} treasury` : whole(id, view);
}

function whole(id: Address, view: GraphView): string {
  return view.nodes.get(id)?.label ?? id;
}

function namesOf(members: readonly Address[], view: GraphView): string {
  const names = members.map((member) => whole(member, view));
  if (names.length <= MOST_NAMES) return listOf(names);
  return `${names.slice(0, MOST_NAMES - 1).join(", ")} and ${countWord(names.length - MOST_NAMES + 1)} more`;
}
