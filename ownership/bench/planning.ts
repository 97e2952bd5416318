import {
  claimableOf,
  planAtLeast,
  planSettleEveryone,
  planSettlement,
  type SettleState,
  simulateSettle,
  whatIfRealize,
  whatIfSale,
  whatIfStake,
} from "../src/index.ts";
import { powerLawState } from "./power-law-state.ts";
import { randomState } from "./random-state.ts";
import { type Figures, line, printGrowth } from "./table.ts";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const SHARE = 10n ** 18n;
/** Who holds the most has more to claim than fits into one transaction. */
const COSTS = { costPerHop: 10n ** 12n, costPerClaim: 10n ** 12n, maxTransactions: 8 };
const KEEPER_COSTS = { costPerHop: 10n ** 14n, costPerClaim: 10n ** 14n };

/** Milliseconds of this process's own time, which other work on the machine does not add to. */
function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Plans once for a graph; milliseconds, or counts, by name. */
function measure(state: SettleState): Figures {
  const results: Figures = new Map();
  const timed = <T>(name: string, run: () => T): T => {
    globalThis.gc?.();
    const start = ownTime();
    const result = run();
    results.set(name, ownTime() - start);
    return result;
  };
  const account = largestHolder(state);
  timed("all claimables", () => readAll(state));
  const plan = timed("plan, first", () => planSettlement(state, account, COSTS));
  timed("plan, again", () => planSettlement(state, account, COSTS));
  results.set("  harvests in it", plan.harvests);
  timed("at least half", () => planAtLeast(state, account, plan.quote / 2n, COSTS));
  timed("simulate", () => simulateSettle(state, plan.hops, plan.claims, account));
  const everyone = timed("everyone", () => planSettleEveryone(state, KEEPER_COSTS));
  results.set("  harvests in it all", everyone.harvests);
  results.set("  claims in it all", everyone.claims.length);
  whatIfs(state, timed);
  return results;
}

/** The account that holds the most tokens. */
function largestHolder({ tokens, holdings }: SettleState): string {
  const counts = new Map<string, number>();
  for (const { holder } of holdings) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  for (const { id } of tokens) counts.delete(id);
  return Array.from(counts).reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** The least that any plan has to do: a look at what each holding can claim. */
function readAll({ tokens, holdings }: SettleState): bigint {
  const income = new Map(tokens.map(({ id, incomePerShare }) => [id, incomePerShare]));
  return holdings.reduce(
    (sum, { token, balance, debt }) => sum + claimableOf(balance, debt, income.get(token) as bigint),
    0n,
  );
}

function whatIfs(state: SettleState, timed: <T>(name: string, run: () => T) => T): void {
  const [network, member] = [state.tokens[0]?.id as string, state.tokens.at(-1)?.id as string];
  const tokens = new Set(state.tokens.map(({ id }) => id));
  const seller = state.holdings.findLast(({ token, holder }) => token === member && !tokens.has(holder));
  const amount = (seller?.balance as bigint) / 2n;
  const [account, limits] = [seller?.holder as string, { maxAccounts: 10 }];
  timed("what if: sale", () => whatIfSale(state, { token: member, from: account, to: "0xnew", amount }, limits));
  timed("what if: stake", () => whatIfStake(state, { network, member, account, amount, rate: SHARE }, limits));
  timed("what if: gain", () => whatIfRealize(state, { token: member, amount: 90n * SHARE }, limits));
}

for (const [name, createState] of [
  ["power law", powerLawState],
  ["random", randomState],
] as const) {
  measure(createState(10_000));
  const figures = SIZES.map((size) => measure(createState(size)));
  line(`\n${name}, plans and what-ifs:`, []);
  printGrowth("ms of processor", SIZES, figures);
}
