import type { Page } from "@playwright/test";
import { type LargeGraph, largeGraph } from "../bench/large-graph.ts";
import { createAnswer, type Question } from "../bench/serve-index.ts";
import { graphqlUrl } from "./stack.ts";

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The index as it is before anybody has done anything: it knows the protocol, and nobody. */
export async function answerEmpty(page: Page): Promise<void> {
  await page.route(graphqlUrl(), async (route) => {
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    const emptied = Object.entries(data).map(([field, value]) => [
      field,
      isList(value) && field !== "protocols" ? [] : value,
    ]);
    await route.fulfill({ response, json: { data: Object.fromEntries(emptied) } });
  });
}

/** The index as it is, but for names: each on the left is called by what is on the right. */
export async function answerRenamed(page: Page, names: Readonly<Record<string, string>>): Promise<void> {
  await page.route(graphqlUrl(), async (route) => {
    const response = await route.fetch();
    let body = await response.text();
    for (const [name, other] of Object.entries(names))
      body = body.replaceAll(JSON.stringify(name), JSON.stringify(other));
    await route.fulfill({ response, body });
  });
}

/** An index of a made-up graph, for the graph's page. */
export async function answerGraph(page: Page, graph: LargeGraph): Promise<void> {
  const answer = createAnswer(graph);
  await page.route(graphqlUrl(), (route) =>
    route.fulfill({ json: answer(route.request().postDataJSON() as Question) }),
  );
}

/** Two networks that hold all of each other beside a person: what they take in reaches nobody. */
export function closedCircle(): LargeGraph {
  const graph = largeGraph(20, 20);
  const networks = graph.tokens.filter(({ person }) => person === undefined).slice(0, 2);
  const [one, other] = networks.map(({ id }) => id);
  const [person] = graph.tokens.filter((token) => token.person !== undefined);
  if (one === undefined || other === undefined || person?.person === undefined)
    throw new Error("The graph is too small.");
  const hold = (token: `0x${string}`, holder: `0x${string}`) =>
    ({ id: `${token}${holder.slice(2)}`, token, holder, balance: 10n ** 24n }) as const;
  const holdings = [hold(one, other), hold(other, one), hold(person.id, one), hold(person.id, person.person)];
  return { tokens: [person, ...networks], holdings: holdings.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
