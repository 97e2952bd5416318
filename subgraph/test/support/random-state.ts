import { personalTokenAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import { type Address, parseEther } from "viem";

/** Founding terms that a random world offers somebody. */
interface OpenTerms {
  readonly network: Address;
  readonly termsId: bigint;
  readonly account: Address;
}

/** People with tokens, and what they make as actions are played. */
export interface RandomState {
  readonly session: Session;
  /** Who controls the personal tokens. */
  readonly people: Address[];
  /** Wallets that can still take a token over. */
  readonly successors: Address[];
  /** Personal tokens in the people's order, then networks. */
  readonly tokens: Address[];
  readonly openTerms: OpenTerms[];
  /** Terms under which somebody staked, and who received the network shares. */
  readonly usedTerms: (OpenTerms & { readonly to: Address })[];
  /** Pools, each with one of its two tokens. */
  readonly pools: { readonly pool: Address; readonly token: Address }[];
}

/** Numbers from which an action picks who, which token and how much. */
export interface Choices {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** In wei. */
  readonly amount: bigint;
}

/** Plays an action. */
export type Play = (state: RandomState, choices: Choices) => Promise<unknown>;

/** An action for which there is nothing to do. */
export class NothingToDoError extends Error {
  override readonly name = "NothingToDoError";
}

/** Any of `from`, by number. */
export function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length] as T;
}

/** What somebody holds of a token, in wei. */
export function balanceOf({ session }: RandomState, token: Address, holder: Address): Promise<bigint> {
  return session.client.readContract({
    address: token,
    abi: personalTokenAbi,
    functionName: "balanceOf",
    args: [holder],
  });
}

/** The person behind a personal token; undefined for every other account. */
export const personOf = ({ people, tokens }: RandomState, account: Address): Address | undefined =>
  people[tokens.indexOf(account)];

/** A tenth of what somebody holds of some token, large enough to found a network with. */
export async function pickStake(state: RandomState, account: Address, choice: number) {
  const holdings = await Promise.all(
    state.tokens.map(async (member) => ({ member, stake: (await balanceOf(state, member, account)) / 10n })),
  );
  const enough = holdings.filter((holding) => holding.stake >= parseEther("0.01"));
  if (enough.length === 0) throw new NothingToDoError();
  return pick(enough, choice);
}

/** Bytes of calls that are put into one: what carries them is code to be created, whose size is limited. */
const BATCH_BYTES = 4_096;

/** A holder of some token, with what it holds or can claim, in wei. */
interface Found {
  readonly token: Address;
  readonly holder: Address;
  readonly amount: bigint;
}

/** Any of `holders` that has shares of some token, or something to claim. Pairs taken at random have neither. */
export async function pickHolder(
  { session, tokens }: RandomState,
  functionName: "balanceOf" | "claimable",
  holders: readonly Address[],
  choice: number,
): Promise<Found> {
  const pairs = tokens.flatMap((token) => holders.map((holder) => ({ token, holder })));
  const amounts = await session.client.multicall({
    allowFailure: false,
    deployless: true,
    batchSize: BATCH_BYTES,
    contracts: pairs.map(
      ({ token, holder }) => ({ address: token, abi: personalTokenAbi, functionName, args: [holder] }) as const,
    ),
  });
  const found = pairs.map((pair, index) => ({ ...pair, amount: amounts[index] ?? 0n }));
  const some = found.filter(({ amount }) => amount > 0n);
  if (some.length === 0) throw new NothingToDoError();
  return pick(some, choice);
}
