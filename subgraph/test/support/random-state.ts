import { personalTokenAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import type { Address } from "viem";

/** Founding terms that a random world offers somebody. */
interface OpenTerms {
  readonly network: Address;
  readonly termsId: bigint;
  readonly account: Address;
}

/** People with tokens, and what they make as actions are played. */
export interface RandomState {
  readonly session: Session;
  readonly people: readonly Address[];
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
