import { acceptsIncome } from "../graph/flow-system.ts";
import { accrue, claimableOf } from "./accrual.ts";
import { type Entries, entriesOf } from "./entries.ts";
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
  /** Pays what an entry can claim; adds it to debt. */
  claim(entry: number): bigint;
  /** A token claims what the entry holds for it, as its own income; nothing changes on failure. */
  harvest(entry: number): { readonly amount: bigint; readonly failure: HarvestFailure | null };
  /** Tokens that took income in since the start. */
  changedTokens(): Iterable<number>;
  /** The same accounts as at the start. */
  restart(): Ledger;
  /** The state as the contracts store it now: streams of tokens that nothing touched have not accrued. */
  toState(): SettleState;
}

/**
 * Opens the accounts of a state, with what streamed until `time` (Unix time) if one is given; see `buildGraph` for the
 * errors thrown.
 */
export function createLedger(state: SettleState, time?: bigint): Ledger {
  const tokens = time === undefined ? state.tokens : state.tokens.map((token) => tokenAt(token, time));
  return openLedger(entriesOf(state), tokens);
}

function openLedger(entries: Entries, tokens: readonly SettleToken[]): Ledger {
  const { state } = entries;
  const incomePerShare = new Map<number, bigint>();
  const accounted = new Map<number, bigint>();
  const debts = new Map<number, bigint>();
  const touched = new Set<number>();
  const tokenOf = (node: number): SettleToken => tokens[node] as SettleToken;
  const incomeOf = (node: number): bigint => incomePerShare.get(node) ?? tokenOf(node).incomePerShare;
  const accountedOf = (node: number): bigint => accounted.get(node) ?? tokenOf(node).accounted ?? 0n;
  const debtOf = (entry: number): bigint =>
    debts.get(entry) ?? (state.holdings[entries.holdingOf(entry)]?.debt as bigint);

  // What no holding lists has a debt that is not known, so nothing is counted as due to it.
  const claimable = (entry: number): bigint =>
    entries.holdingOf(entry) < 0
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
    incomePerShare.set(holder, accrue(incomeOf(holder), amount, tokenOf(holder).eligibleSupply));
    if (tokenOf(holder).accounted !== undefined) accounted.set(holder, accountedOf(holder) + amount);
    return { amount, failure: null };
  };

  const toState = (): SettleState => {
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
    claim,
    harvest,
    changedTokens: () => incomePerShare.keys(),
    restart: () => openLedger(entries, tokens),
    toState,
  };
}
