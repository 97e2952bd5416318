import type { Deployment } from "@weft/abis";
import type { SettleState } from "@weft/ownership";
import type { Address } from "viem";
import { devAccount } from "../chain/dev-accounts.ts";
import type { BatchChain, Call, Outcome } from "./batch.ts";
import { createDraw, type Draw } from "./draw.ts";
import { createFold } from "./fold-events.ts";

/** A network and who governs it. */
export interface NetworkInfo {
  readonly network: Address;
  readonly governor: Address;
}

/** Tokens and people on a chain, what they hold by all events, and chance. */
export interface Economy {
  readonly chain: BatchChain;
  readonly deployment: Deployment;
  readonly draw: Draw;
  /** Persons, with their tokens. */
  readonly persons: { readonly account: Address; readonly token: Address }[];
  readonly networks: NetworkInfo[];
  /** Everybody who holds for themselves. */
  readonly wallets: readonly Address[];
  /** State by the events so far. */
  state(): SettleState;
  /** Time of the last block, Unix time. */
  now(): bigint;
  /** Makes a block of calls so many seconds after the last. */
  play(calls: readonly Call[], seconds?: bigint): Promise<Outcome[]>;
}

/** Who asks for what anybody may ask for. */
export const KEEPER: Address = devAccount(18);

const MOST_PERSONS = 5;
const OTHER_WALLETS = 3;

/** An economy in which nothing happened yet; draws are by `seed`. */
export async function createEconomy(chain: BatchChain, deployment: Deployment, seed: number): Promise<Economy> {
  const draw = createDraw(seed);
  const fold = createFold();
  const count = 2 + draw.number(MOST_PERSONS - 1);
  let now = await chain.time();
  return {
    ...{ chain, deployment, draw, persons: [], networks: [] },
    wallets: Array.from({ length: count + OTHER_WALLETS }, (_, index) => devAccount(index)),
    state: () => fold.state(),
    now: () => now,
    play: async (calls, seconds = 12n) => {
      now += seconds;
      const outcomes = await chain.mine(calls, now);
      for (const { logs } of outcomes) fold.add(logs, now);
      return outcomes;
    },
  };
}

/** What someone holds of a token, in wei of shares. */
export function balanceOf(state: SettleState, token: string, holder: string): bigint {
  const found = state.holdings.find(
    (holding) => holding.token === token.toLowerCase() && holding.holder === holder.toLowerCase(),
  );
  return found?.balance ?? 0n;
}

/** All tokens' addresses. */
export function tokensOf({ persons, networks }: Economy): Address[] {
  return [...persons.map(({ token }) => token), ...networks.map(({ network }) => network)];
}
