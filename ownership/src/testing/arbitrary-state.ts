import fc from "fast-check";
import type { HoldingState, OwnershipState, TokenState } from "../graph/ownership-graph.ts";

/** Bounds of generated graphs. */
export interface StateBounds {
  readonly maxTokens?: number;
  readonly maxAccounts?: number;
  /** Whether every token has a wallet that holds at least a fifth, as tokens start out. */
  readonly open?: boolean;
}

const INCOME_BITS = 128n;

/**
 * States with circles, pools, emptied holders, tokens with next to no eligible supply and, unless `open`, closed
 * circles. Every holder's debt is what leaves it a claimable amount of up to 10²⁰ wei.
 */
export function arbitraryState(bounds: StateBounds = {}): fc.Arbitrary<OwnershipState> {
  const { maxTokens = 6, maxAccounts = 4, open = false } = bounds;
  return fc
    .record({
      tokenCount: fc.integer({ min: 1, max: maxTokens }),
      accountCount: fc.integer({ min: 1, max: maxAccounts }),
    })
    .chain(({ tokenCount, accountCount }) => {
      const holders = [...ids("0xt", tokenCount), ...ids("0xa", accountCount)];
      return fc.tuple(...ids("0xt", tokenCount).map((id) => arbitraryToken(id, holders, open))).map((parts) => ({
        tokens: parts.map(({ token }) => token),
        holdings: parts.flatMap(({ holdings }) => holdings),
      }));
    });
}

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

function arbitraryToken(id: string, holders: readonly string[], open: boolean) {
  const share = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0n) },
    { weight: 3, arbitrary: fc.bigInt(1n, 10n ** 25n) },
    { weight: 1, arbitrary: fc.bigInt(1n, 10n ** 6n) },
  );
  const due = fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 20n));
  const entry = fc.record({ balance: share, due });
  return fc
    .record({
      entries: fc.tuple(...holders.map(() => entry)),
      pool: share,
      income: fc.bigInt(0n, 10n ** 20n),
    })
    .map(({ entries, pool, income }) => {
      const balances = entries.map(({ balance }, index) => (open || holders[index] !== id ? balance : 0n));
      const self = holders.indexOf(id);
      if (self >= 0) balances[self] = 0n;
      if (open) {
        const wallet = holders.findLastIndex((holder) => holder.startsWith("0xa"));
        balances[wallet] = (balances[wallet] as bigint) + 10n ** 16n + sum(balances) / 4n;
      }
      const eligibleSupply = sum(balances);
      const incomePerShare = eligibleSupply < 10n ** 15n ? 0n : (income << INCOME_BITS) / eligibleSupply;
      const holdings: HoldingState[] = holders.map((holder, index) => {
        const balance = balances[index] as bigint;
        const earned = (balance * incomePerShare) >> INCOME_BITS;
        return { token: id, holder, balance, debt: earned - (entries[index]?.due as bigint), excluded: false };
      });
      if (pool > 0n) holdings.push({ token: id, holder: "0xpool", balance: pool, debt: 0n, excluded: true });
      const token: TokenState = { id, totalSupply: eligibleSupply + pool, eligibleSupply, incomePerShare };
      return { token, holdings: holdings.filter(({ balance, debt }) => balance !== 0n || debt !== 0n) };
    });
}

/** Sum of amounts. */
export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** What all holders of a state can claim, in wei. */
export function totalClaimable(state: OwnershipState): bigint {
  const income = new Map(state.tokens.map(({ id, incomePerShare }) => [id, incomePerShare]));
  return sum(
    state.holdings.map(({ token, balance, debt, excluded }) => {
      const due = ((balance * (income.get(token) as bigint)) >> INCOME_BITS) - debt;
      return excluded || due < 0n ? 0n : due;
    }),
  );
}
