import type { Hex } from "viem";
import type { Address } from "../../../lib/address.ts";
import type { TransactRequest } from "../transact-request.ts";

/** What a form wants to be done: one act, in as many calls as it takes. */
export interface TransactPlan {
  /** The act and the amount, for lists and wallets: “Stake 100,000 DEV into Night School”. */
  readonly title: string;
  /** What to say once the pages show it; “Done” unless said. */
  readonly done?: string;
  /** In order; each may need what the ones before it do. */
  readonly steps: readonly TransactStep[];
}

/** One call of a plan. */
export interface TransactStep {
  /** Tells the steps of a plan apart, and is the same when the plan is made anew. */
  readonly key: string;
  /** The act and the amount in lower case: “stake 100,000 DEV”. */
  readonly title: string;
  /** What it changes or why it is needed, in one line. */
  readonly why?: string;
  readonly request: TransactRequest;
  /** What the call takes from the account by an allowance. Exactly this is allowed, if it is not already. */
  readonly spend?: Spend;
}

/** An amount of an ERC-20 token that a contract takes from who calls it. */
export interface Spend {
  readonly token: Address;
  /** Who takes it. */
  readonly spender: Address;
  /** In the token's smallest unit. */
  readonly amount: bigint;
  /** The amount as people read it: “100,000 DEV”. */
  readonly figure: string;
  /** Whether the token may change what is allowed only from zero, as the oldest large dollar does: what is left is taken back first. */
  readonly fromZero?: boolean;
  /** The call that brings a signed permission (EIP-2612) along, where the spender has one: saves a transaction. */
  readonly withPermit?: (permit: SignedPermit) => TransactRequest;
}

/** A permission that an account has signed for one spender and one amount. */
export interface SignedPermit {
  /** Unix time until which it can be used. */
  readonly deadline: bigint;
  readonly v: number;
  readonly r: Hex;
  readonly s: Hex;
}

/** A text that is the same for plans that do the same, so that a plan made anew with the next block is not a new one. */
export function planIdentity({ title, steps }: TransactPlan): string {
  const parts = steps.map(({ key, request, spend }) => [
    key,
    request.address,
    request.functionName,
    request.args,
    request.value,
    spend && [spend.token, spend.spender, spend.amount],
  ]);
  return JSON.stringify([title, parts], (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}
