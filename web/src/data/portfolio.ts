import { queryOptions } from "@tanstack/react-query";
import { type Address, erc20Abi, parseEventLogs, zeroAddress } from "viem";
import type { Config } from "wagmi";
import { getBalance, getTransactionReceipt, readContract } from "wagmi/actions";
import { settlementAbi } from "../chain/contracts.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

/** Payments shown on one page; the index holds all of them. */
const MOST_PAYMENTS = 20;

const PAYMENTS = graphql(`
  query Payments($account: String!, $first: Int!) {
    claims(where: { account: $account }, orderBy: timestamp, orderDirection: desc, first: $first) {
      id
      token {
        id
      }
      amount
      timestamp
      block
    }
  }
`);

/** Income that was paid out to an account. */
export interface Payment {
  readonly id: string;
  /** Who paid. */
  readonly token: Address;
  /** In wei of the currency. */
  readonly amount: bigint;
  /** Unix time. */
  readonly timestamp: number;
  readonly block: number;
}

/** What a settlement did, as the chain tells. Amounts in wei of the currency. */
export interface SettlementOutcome {
  /** What the settlement paid the account. */
  readonly paid: bigint;
  /** The account's balance in the block before the first settlement, and in the block of the last. */
  readonly before: bigint;
  readonly after: bigint;
  /** Network fee, in wei of the native coin; 0 when somebody else paid it. */
  readonly fee: bigint;
}

/** Newest payments of income to an account, newest first. */
export function paymentsQueryOptions(account: Address) {
  return queryOptions({
    queryKey: queryKeys.index("payments", account),
    queryFn: ({ signal }) => readPayments(account, signal),
  });
}

/** What the settlements in some transactions, one at least and in the order of their blocks, did for `account` together. */
export function settlementOutcomeQueryOptions(
  config: Config,
  hashes: readonly `0x${string}`[],
  account: Address,
  currency: Address,
) {
  return queryOptions({
    // Not under `chain`: a settlement that is in a block does not change.
    queryKey: ["settlement-outcome", ...hashes, account],
    queryFn: async () => {
      const outcomes = await Promise.all(hashes.map((hash) => readOutcome(config, hash, account, currency)));
      return addOutcomes(outcomes);
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

function addOutcomes(outcomes: readonly SettlementOutcome[]): SettlementOutcome {
  const sum = (amountOf: (outcome: SettlementOutcome) => bigint) =>
    outcomes.reduce((total, outcome) => total + amountOf(outcome), 0n);
  return {
    paid: sum(({ paid }) => paid),
    before: outcomes[0]?.before ?? 0n,
    after: outcomes.at(-1)?.after ?? 0n,
    fee: sum(({ fee }) => fee),
  };
}

async function readPayments(account: Address, signal: AbortSignal): Promise<readonly Payment[]> {
  const { claims } = await queryGraphql(PAYMENTS, { account, first: MOST_PAYMENTS }, { signal });
  return claims.map((claim) => ({
    id: claim.id,
    token: readAddress(claim.token.id, "Claim.token"),
    amount: readAmount(claim.amount, "Claim.amount"),
    timestamp: readCount(claim.timestamp, "Claim.timestamp"),
    block: readCount(claim.block, "Claim.block"),
  }));
}

async function readOutcome(
  config: Config,
  hash: `0x${string}`,
  account: Address,
  currency: Address,
): Promise<SettlementOutcome> {
  const receipt = await getTransactionReceipt(config, { hash });
  const events = parseEventLogs({ abi: settlementAbi, eventName: "Settled", logs: receipt.logs });
  const paid = events
    .filter((event) => event.args.account.toLowerCase() === account)
    .reduce((sum, event) => sum + event.args.paid, 0n);
  const balanceAt = (blockNumber: bigint) =>
    currency === zeroAddress
      ? getBalance(config, { address: account, blockNumber }).then(({ value }) => value)
      : readContract(config, {
          address: currency,
          abi: erc20Abi,
          functionName: "balanceOf",
          args: [account],
          blockNumber,
        });
  const [before, after] = await Promise.all([balanceAt(receipt.blockNumber - 1n), balanceAt(receipt.blockNumber)]);
  const ownFee = receipt.from.toLowerCase() === account;
  return { paid, before, after, fee: ownFee ? receipt.gasUsed * receipt.effectiveGasPrice : 0n };
}
