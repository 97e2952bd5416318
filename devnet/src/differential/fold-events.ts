import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import type { HoldingState, SettleState, SettleToken } from "@weft/ownership";
import { type Log, parseEventLogs, zeroAddress } from "viem";

/** Index of pools among the contracts' holder classes. */
const EXCLUDED = 2;

const EVENTS = [...personalTokenAbi, ...networkTokenAbi].filter(({ type }) => type === "event");

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type TokenRow = Writable<Required<SettleToken>>;

/** All that is known of tokens and holdings from the events so far. */
export interface Fold {
  /** Adds the events of one call, in a block at `time`, Unix time. */
  add(logs: readonly Log[], time: bigint): void;
  /** The state as the contracts store it. */
  state(): SettleState;
}

/** Nothing known yet. */
export function createFold(): Fold {
  const tokens = new Map<string, TokenRow>();
  const holdings = new Map<string, Writable<HoldingState>>();

  const tokenOf = (id: string): TokenRow => {
    const known = tokens.get(id) ?? {
      id,
      ...{ totalSupply: 0n, eligibleSupply: 0n, incomePerShare: 0n, accounted: 0n },
      ...{ streamLeft: 0n, streamEnd: 0n, lastAccrual: 0n },
    };
    tokens.set(id, known);
    return known;
  };
  const holdingOf = (token: string, holder: string): Writable<HoldingState> => {
    const key = `${token},${holder}`;
    const known = holdings.get(key) ?? { token, holder, balance: 0n, debt: 0n, excluded: false };
    holdings.set(key, known);
    return known;
  };
  const change = (token: TokenRow, holder: string, amount: bigint): void => {
    const holding = holdingOf(token.id, holder);
    const before = holding.balance;
    holding.balance += amount;
    if (holding.excluded) return;
    token.eligibleSupply += amount;
    const entitledDown = (before * token.incomePerShare) >> 128n;
    const entitledUp = (holding.balance * token.incomePerShare + (1n << 128n) - 1n) >> 128n;
    holding.debt += entitledUp - entitledDown;
  };
  /** A transfer of nothing, or to oneself, changes nothing. */
  const move = (token: TokenRow, from: string, to: string, amount: bigint): void => {
    if (amount === 0n || from === to) return;
    if (from === zeroAddress) token.totalSupply += amount;
    else change(token, from, -amount);
    if (to === zeroAddress) token.totalSupply -= amount;
    else change(token, to, amount);
  };
  const exclude = (token: TokenRow, account: string): void => {
    const holding = holdingOf(token.id, account);
    token.eligibleSupply -= holding.balance;
    Object.assign(holding, { excluded: true, debt: 0n });
  };

  const accrue = (token: TokenRow, incomePerShare: bigint, streamLeft: bigint, time: bigint): void => {
    // The clock of a stream moves only when something of it accrued.
    if (streamLeft < token.streamLeft) token.lastAccrual = time;
    Object.assign(token, { incomePerShare, streamLeft });
  };
  const pay = (token: TokenRow, account: string, amount: bigint): void => {
    const holding = holdingOf(token.id, account);
    // What a pool had accrued was claimed for the others as it was excluded.
    if (!holding.excluded) holding.debt += amount;
    token.accounted -= amount;
  };

  const add: Fold["add"] = (logs, time) => {
    for (const { address, eventName, args } of parseEventLogs({ abi: EVENTS, logs: [...logs] })) {
      const token = tokenOf(address.toLowerCase());
      switch (eventName) {
        case "Transfer":
          move(token, args.from.toLowerCase(), args.to.toLowerCase(), args.value);
          break;
        case "Accrued":
          accrue(token, args.incomePerShare, args.streamLeft, time);
          break;
        case "StreamChanged":
          Object.assign(token, { streamLeft: args.left, streamEnd: args.end, lastAccrual: args.lastAccrual });
          break;
        case "Claimed":
          pay(token, args.account.toLowerCase(), args.amount);
          break;
        case "Harvested":
        case "Donated":
        case "Realized":
          token.accounted += args.amount;
          break;
        case "HolderClassified":
          if (args.class === EXCLUDED) exclude(token, args.account.toLowerCase());
      }
    }
  };
  return {
    add,
    state: () => ({
      tokens: Array.from(tokens.values(), (token) => ({ ...token })),
      holdings: Array.from(holdings.values(), (holding) => ({ ...holding })),
    }),
  };
}
