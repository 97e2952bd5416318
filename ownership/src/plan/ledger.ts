import { acceptsIncome } from "../graph/flow-system.ts";
import { INCOME_PER_SHARE_BITS } from "../graph/limits.ts";
import { accrue, claimableOf } from "./accrual.ts";
import type { Entries } from "./entries.ts";
import { isWithinLimit, MAX_INCOME } from "./limits.ts";
import { type SettleState, type SettleToken, tokenAt } from "./settle-state.ts";

/** Why a harvest moves nothing; each is a revert of the contracts. */
export type HarvestFailure =
  | "nothing-to-harvest"
  | "no-eligible-holders"
  | "income-above-limit"
  | "income-per-share-above-limit"
  | "own-shares";

/** Exact integer accounts of all tokens and holders, which harvests and claims change as the contracts would. */
export interface Ledger {
  readonly entries: Entries;
  /** In wei of the currency. */
  claimable(entry: number): bigint;
  /** No less than `claimable`, in floating point and without a bigint; 0 only where nothing is claimable. */
  mostClaimable(entry: number): number;
  /** Pays what an entry can claim; adds it to debt. */
  claim(entry: number): bigint;
  /** A token claims what the entry holds for it, as its own income; nothing changes on failure. */
  harvest(entry: number): { readonly amount: bigint; readonly failure: HarvestFailure | null };
  /** Token → income per share in floating point, in wei of the currency for each wei of shares; a copy. */
  incomeAbout(): Float64Array;
  /** The same of one token. */
  incomeAboutOf(token: number): number;
  /** Tokens that took income in since the start. */
  changedTokens(): Iterable<number>;
  /** The same accounts as at the start. */
  restart(): Ledger;
  /**
   * `state`, which the accounts were opened from, as the contracts store it now: streams of tokens that nothing touched
   * have not accrued.
   */
  toState(state: SettleState): SettleState;
}

/** Opens accounts with what streamed until `time` (Unix time), if one is given. */
export function createLedger(entries: Entries, time?: bigint): Ledger {
  const tokens = time === undefined ? entries.tokens : entries.tokens.map((token) => tokenAt(token, time));
  return openLedger(
    entries,
    tokens,
    Float64Array.from(tokens, ({ incomePerShare }) => perShare(incomePerShare)),
  );
}

/** More than what floating point can be off in what an entry earned and in its debt, as a part of these. */
const ROUNDING = 2 ** -45;

/** No less than what can be claimed, of figures in floating point; 0 only where that is nothing. */
export function mostDue(balance: number, incomePerShare: number, debt: number): number {
  const earned = balance * incomePerShare;
  const most = earned - debt + ROUNDING * (earned + Math.abs(debt));
  return most < 1 ? 0 : most;
}

const UNIT = 2 ** -Number(INCOME_PER_SHARE_BITS);

/** Income per share in floating point. */
function perShare(incomePerShare: bigint): number {
  return Number(incomePerShare) * UNIT;
}

/** @param startAbout Token → income per share at the start, in floating point. */
function openLedger(entries: Entries, tokens: readonly SettleToken[], startAbout: Float64Array): Ledger {
  const incomePerShare = new Map<number, bigint>();
  /** The same in floating point. */
  const changedAbout = new Map<number, number>();
  const accounted = new Map<number, bigint>();
  const debts = new Map<number, bigint>();
  const touched = new Set<number>();
  const tokenOf = (node: number): SettleToken => tokens[node] as SettleToken;
  const incomeOf = (node: number): bigint => incomePerShare.get(node) ?? tokenOf(node).incomePerShare;
  const accountedOf = (node: number): bigint => accounted.get(node) ?? tokenOf(node).accounted ?? 0n;
  const debtOf = (entry: number): bigint => debts.get(entry) ?? entries.debtOf(entry);

  const incomeAboutOf = (token: number): number => changedAbout.get(token) ?? (startAbout[token] as number);

  const mostClaimable = (entry: number): number => {
    // What no holding lists has a debt that is not known, so nothing is counted as due to it.
    if (entries.holdingOf(entry) < 0) return 0;
    const paid = debts.get(entry);
    const debt = paid === undefined ? entries.debtAbout(entry) : Number(paid);
    return mostDue(entries.balanceAbout(entry), incomeAboutOf(entries.tokenOf(entry)), debt);
  };

  const claimable = (entry: number): bigint =>
    mostClaimable(entry) === 0
      ? 0n
      : claimableOf(entries.balanceOf(entry), debtOf(entry), incomeOf(entries.tokenOf(entry)));

  const pay = (entry: number, amount: bigint): void => {
    const token = entries.tokenOf(entry);
    debts.set(entry, debtOf(entry) + amount);
    touched.add(token);
    if (tokenOf(token).accounted !== undefined) accounted.set(token, accountedOf(token) - amount);
  };

  const claim = (entry: number): bigint => {
    const amount = claimable(entry);
    if (amount > 0n) pay(entry, amount);
    return amount;
  };

  /** As `_divide` of the contracts looks at it, in the same order. */
  const refusal = (holder: number, amount: bigint): HarvestFailure | null => {
    const { eligibleSupply, streamLeft = 0n } = tokenOf(holder);
    if (!acceptsIncome(eligibleSupply)) return "no-eligible-holders";
    if (accountedOf(holder) + amount > MAX_INCOME) return "income-above-limit";
    const after = accrue(incomeOf(holder), amount, eligibleSupply);
    return isWithinLimit(after, streamLeft) ? null : "income-per-share-above-limit";
  };

  const harvest: Ledger["harvest"] = (entry) => {
    const holder = entries.holderOf(entry);
    if (entries.tokenOf(entry) === holder) return { amount: 0n, failure: "own-shares" };
    const amount = claimable(entry);
    const failure = amount === 0n ? "nothing-to-harvest" : refusal(holder, amount);
    if (failure !== null) return { amount: 0n, failure };
    pay(entry, amount);
    touched.add(holder);
    const income = accrue(incomeOf(holder), amount, tokenOf(holder).eligibleSupply);
    incomePerShare.set(holder, income);
    changedAbout.set(holder, perShare(income));
    if (tokenOf(holder).accounted !== undefined) accounted.set(holder, accountedOf(holder) + amount);
    return { amount, failure: null };
  };

  const toState: Ledger["toState"] = (state) => {
    const holdings = state.holdings.slice();
    for (const [entry, debt] of debts) {
      const index = entries.holdingOf(entry);
      const holding = holdings[index];
      if (holding) holdings[index] = { ...holding, debt };
    }
    const changed = state.tokens.slice();
    for (const node of touched) {
      const known = accounted.get(node);
      changed[node] = {
        ...tokenOf(node),
        incomePerShare: incomeOf(node),
        ...(known !== undefined && { accounted: known }),
      };
    }
    return { tokens: changed, holdings };
  };

  return {
    entries,
    claimable,
    mostClaimable,
    claim,
    harvest,
    incomeAboutOf,
    incomeAbout: () => {
      const about = startAbout.slice();
      for (const [token, income] of changedAbout) about[token] = income;
      return about;
    },
    changedTokens: () => incomePerShare.keys(),
    restart: () => openLedger(entries, tokens, startAbout),
    toState,
  };
}
