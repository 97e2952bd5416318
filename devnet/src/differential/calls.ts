import { type Deployment, equityRegistryAbi, networkTokenAbi, personalTokenAbi, settlementAbi } from "@weft/abis";
import type { SettleTransaction } from "@weft/ownership";
import { type Address, encodeFunctionData, maxUint256, parseAbi } from "viem";
import type { Call } from "./batch.ts";

const poolFactoryAbi = parseAbi(["function createPool(address,address,uint24) returns (address)"]);
const POOL_FEE = 3000;

/** Terms of entry for one account, up to an amount in wei of the member token. */
export interface EntryTerms {
  readonly member: Address;
  readonly account: Address;
  readonly rate: bigint;
  readonly cap: bigint;
  /** Unix time. */
  readonly expiry: bigint;
}

/** A founder's stake. */
export interface Founder {
  readonly member: Address;
  readonly account: Address;
  readonly stake: bigint;
  readonly rate: bigint;
}

/** The calls of the contracts that economies are made of. */
export const calls = {
  launch: ({ registry }: Deployment, from: Address, name: string, shares: bigint): Call => ({
    from,
    to: registry,
    data: encodeFunctionData({
      abi: equityRegistryAbi,
      functionName: "launch",
      args: [name, name.toUpperCase(), shares, "", true],
    }),
  }),

  form: (deployment: Deployment, from: Address, name: string, founders: readonly Founder[], ends: bigint): Call => {
    const settings = {
      votingDelay: deployment.secondsPerDay,
      votingPeriod: 3 * deployment.secondsPerDay,
      proposalThreshold: 10n ** 18n,
      quorumPercent: 4n,
    };
    const named = founders.map((founder) => ({ ...founder, maxMemberSupply: maxUint256 }));
    const args = [name, name.toUpperCase(), "", named, ends, settings] as const;
    const data = encodeFunctionData({ abi: equityRegistryAbi, functionName: "form", args });
    return { from, to: deployment.registry, data };
  },

  /** Approval and stake. */
  stake: (from: Address, network: Address, member: Address, termsId: bigint, amount: bigint, to: Address): Call[] => [
    { from, to: member, data: encode("approve", [network, amount]) },
    {
      from,
      to: network,
      data: encodeFunctionData({
        abi: networkTokenAbi,
        functionName: "stake",
        args: [termsId, amount, to, maxUint256],
      }),
    },
  ],

  createTerms: (governor: Address, network: Address, terms: EntryTerms): Call => {
    const { account: sponsor } = terms;
    const rest = { opensAt: 0n, lockup: 0, maxMemberSupply: maxUint256, sponsor };
    const args = [{ ...terms, ...rest }] as const;
    return {
      from: governor,
      to: network,
      data: encodeFunctionData({ abi: networkTokenAbi, functionName: "createTerms", args }),
    };
  },

  createPool: ({ poolFactory, registry }: Deployment, from: Address, token: Address): Call => ({
    from,
    to: poolFactory,
    // Any other address makes a pair: nothing is traded here.
    data: encodeFunctionData({ abi: poolFactoryAbi, functionName: "createPool", args: [token, registry, POOL_FEE] }),
  }),

  exclude: (from: Address, token: Address, pool: Address): Call => ({
    from,
    to: token,
    data: encode("exclude", [pool]),
  }),
  transfer: (from: Address, token: Address, to: Address, amount: bigint): Call => ({
    from,
    to: token,
    data: encode("transfer", [to, amount]),
  }),
  allowDeposit: (from: Address, personal: Address, token: Address): Call => ({
    from,
    to: personal,
    data: encode("allowDeposit", [token]),
  }),
  realize: (from: Address, token: Address, amount: bigint, duration: bigint): Call => ({
    from,
    to: token,
    value: amount,
    data: encode("realize", [amount, duration, "gain"]),
  }),
  distribute: (from: Address, token: Address, amount: bigint): Call => ({
    from,
    to: token,
    value: amount,
    data: encode("distribute", [amount, "gift"]),
  }),
  harvest: (from: Address, holder: Address, source: Address): Call => ({
    from,
    to: holder,
    data: encode("harvest", [source]),
  }),
  claim: (from: Address, token: Address, account: Address): Call => ({
    from,
    to: token,
    data: encode("claim", [account]),
  }),

  /** A plan's transaction, which has to pay exactly what it says or more. */
  settle: ({ settlement }: Deployment, from: Address, plan: SettleTransaction, deadline: bigint): Call => {
    const hops = plan.hops.map(({ holder, source, repeats }) => ({
      holder: holder as Address,
      source: source as Address,
      repeats: BigInt(repeats),
    }));
    const account = (plan.account ?? from) as Address;
    const args = [hops, plan.claims as Address[], account, plan.pays, deadline] as const;
    return { from, to: settlement, data: encodeFunctionData({ abi: settlementAbi, functionName: "settle", args }) };
  },
};

type PersonalFunction =
  | "approve"
  | "exclude"
  | "transfer"
  | "allowDeposit"
  | "realize"
  | "distribute"
  | "harvest"
  | "claim";

/** Encodes a call that personal tokens take; networks take most of them as well. */
function encode(functionName: PersonalFunction, args: readonly unknown[]): Call["data"] {
  return encodeFunctionData({ abi: personalTokenAbi, functionName, args } as Parameters<typeof encodeFunctionData>[0]);
}
