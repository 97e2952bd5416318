import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "../model/graph-view.ts";
import { listOf, possessive } from "../model/words.ts";
import type { Rest } from "./gain-flow.ts";
import type { MoneyWords } from "./money-words.ts";

/** Most ways that are told apart; more are put together as "in other ways". */
const MOST_WAYS = 2;

/** How a part of a gain came: "keeps 72, 6.43 comes back through Trio", "through Trio and Cleo’s own token". */
export function wayWords(rest: Rest, source: Address, view: GraphView, money: MoneyWords): string {
  const { directly, routes } = rest.way;
  const realizer = rest.node === source;
  if (routes.length === 0) return realizer ? "keeps it" : "directly";
  const told = routes.slice(0, MOST_WAYS).map((route) => ({
    amount: route.amount,
    words: `${realizer ? "comes back " : ""}through ${listOf(route.tokens.map((token) => tokenName(token, rest, view)))}`,
  }));
  const others = routes.slice(MOST_WAYS).reduce((sum, route) => sum + route.amount, 0n);
  if (others > 0n) told.push({ amount: others, words: "in other ways" });
  const [only] = told;
  if (directly === 0n && told.length === 1 && only) return only.words;
  const amounts = shortParts([...(directly > 0n ? [directly] : []), ...told.map((way) => way.amount)], money);
  const first = directly === 0n ? [] : [realizer ? `keeps ${amounts.shift()}` : `${amounts.shift()} directly`];
  return [...first, ...told.map((way, index) => `${amounts[index]} ${way.words}`)].join(", ");
}

/** Parts that add up, without digits that say nothing. */
function shortParts(parts: readonly bigint[], money: MoneyWords): string[] {
  return money.sayParts(parts).map((text) => text.replace(/\.0+$/, ""));
}

/** A token as what the money came through: one's own, or by its name. */
function tokenName(token: Address, rest: Rest, view: GraphView): string {
  const node = view.nodes.get(token);
  if (!node) return token;
  return node.kind === "person" && rest.node === token ? `${possessive(node.label)} own token` : node.label;
}
