import { expect } from "vitest";
import { query } from "./query.ts";
import { type IndexedFlow, type IndexedProvenance, type IndexedTreasury, readFlow } from "./read-flow.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";

const Q = 128n;
const sum = (numbers: readonly (string | bigint)[]): bigint =>
  numbers.reduce<bigint>((total, number) => total + BigInt(number), 0n);

/** One harvest as the index records it. */
interface Harvest {
  readonly token: { readonly id: string };
  readonly source: { readonly id: string };
  readonly amount: string;
  readonly block: string;
}

/**
 * Expects, at every block from `first` to `last`, that where income came from adds up: by origin to income per share, by origin and
 * way to what accrued, by way to what was harvested; and that what treasuries earned by origin covers what they can claim.
 */
export async function expectFlowAddsUp({ indexer }: IndexedChain, first: number, last: number): Promise<void> {
  const { incomes } = await query<{ incomes: Harvest[] }>(
    indexer,
    "{ incomes(first: 1000, where: { kind: HARVESTED }) { token { id } source { id } amount block } }",
  );
  expect(incomes.length).toBeLessThan(1_000);
  for (let block = first; block <= last; block += 1) {
    const flow = await readFlow(indexer, block);
    const until = incomes.filter((income) => BigInt(income.block) <= BigInt(block));
    for (const token of flow.equityTokens) expectIncomeAddsUp(token, flow, until, block);
    for (const treasury of flow.treasuryProvenances) expectTreasuryCovered(treasury, flow.provenances, block);
  }
}

function expectIncomeAddsUp(
  token: IndexedFlow["equityTokens"][number],
  { connectedProfits, provenances }: IndexedFlow,
  harvests: readonly Harvest[],
  block: number,
): void {
  const provenance = provenances.find((each) => each.token.id === token.id);
  const profits = connectedProfits.filter((profit) => profit.token.id === token.id);
  const accrued = BigInt(token.totalIncome) - BigInt(token.streamLeft);
  const amounts = (of: typeof profits) => sum(of.map(({ amount }) => amount));
  const where = `${token.id} at block ${block}`;
  expect(
    {
      perShare: sum(provenance?.perShare ?? []),
      attributed: provenance?.incomePerShare ?? "0",
      byOrigin: sum(provenance?.amounts ?? []),
      byOriginAndWay: amounts(profits),
      connectedProfit: amounts(profits.filter(({ origin }) => origin !== null)),
      below0: profits.filter(({ amount }) => BigInt(amount) <= 0n),
    },
    where,
  ).toEqual({
    perShare: BigInt(token.incomePerShare),
    attributed: token.incomePerShare,
    byOrigin: accrued,
    byOriginAndWay: accrued,
    connectedProfit: BigInt(token.connectedProfit),
    below0: [],
  });
  const own = harvests.filter((harvest) => harvest.token.id === token.id);
  const ways = new Set([...profits.map(({ via }) => via.id), ...own.map(({ source }) => source.id)]);
  for (const via of ways) {
    if (via === token.id) continue;
    const harvested = sum(own.filter(({ source }) => source.id === via).map(({ amount }) => amount));
    expect(amounts(profits.filter((profit) => profit.via.id === via)), `${where} via ${via}`).toBe(harvested);
  }
  if (provenance) expectOriginsAddUp(provenance, profits, where);
}

function expectOriginsAddUp(provenance: IndexedProvenance, profits: IndexedFlow["connectedProfits"], where: string) {
  expect(new Set(provenance.origins).size, where).toBe(provenance.origins.length);
  for (const [place, origin] of provenance.origins.entries()) {
    const own = profits.filter((profit) => (profit.origin?.id ?? provenance.origins[0]) === origin);
    expect(String(sum(own.map(({ amount }) => amount))), `${origin} of ${where}`).toBe(provenance.amounts[place]);
  }
}

/** By origin there is at least what the contract pays, nothing was harvested of an origin that earned nothing. */
function expectTreasuryCovered(
  { holding, debts, inTransit }: IndexedTreasury,
  provenances: readonly IndexedProvenance[],
  block: number,
): void {
  const where = `${holding.holder.id} holding ${holding.token.id} at block ${block}`;
  const source = provenances.find(({ token }) => token.id === holding.token.id);
  const perShare = source?.perShare.map(BigInt) ?? [];
  const balance = BigInt(holding.balance);
  const earned = perShare.map((each, place) => balance * each - BigInt(debts[place] ?? 0n));
  const claimable = ((balance * sum(perShare)) >> Q) - BigInt(holding.debt);
  expect(holding.class, where).toBe("TREASURY");
  expect(inTransit, where).toEqual([]);
  expect(sum(earned) >> Q, where).toBeGreaterThanOrEqual(claimable);
  // A part is rounded by less than a wei for each origin, and the next harvest makes up for it.
  for (const each of earned) expect(each >> Q, where).toBeGreaterThanOrEqual(-BigInt(perShare.length));
}
