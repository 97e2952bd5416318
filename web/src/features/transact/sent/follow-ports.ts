import type { QueryClient } from "@tanstack/react-query";
import {
  type Address,
  type Client,
  type Hex,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
  WaitForTransactionReceiptTimeoutError,
} from "viem";
import { getTransaction, getTransactionCount, getTransactionReceipt, waitForTransactionReceipt } from "viem/actions";
import type { Config } from "wagmi";
import { getCallsStatus } from "wagmi/actions";
import { fetchIndexStatus } from "../../../data/index-status.ts";
import { CHAIN_KEY, INDEX_KEY, queryKeys } from "../../../data/query-keys.ts";
import { noteTransaction } from "../last-transaction.ts";
import type { FollowPorts, Settled, Standing } from "./follow-sent.ts";
import type { SentFailure, SentTransaction } from "./sent-transaction.ts";

/** How long one wait for a block lasts, before it is asked whether the chain still answers and knows the transaction. */
const WAIT_MS = 4_000;
/** How often a wallet is asked about a bundle. */
const CALLS_POLL_MS = 1_000;

/** How a transaction is followed on the configuration's chain and in the index. */
export function followPorts(config: Config, queryClient: QueryClient): FollowPorts {
  const [chain] = config.chains;
  const client = config.getClient({ chainId: chain.id }) as Client;
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const invalidate = (...keys: readonly (readonly unknown[])[]) => {
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
  };
  return {
    pause,
    settled: (sent) => (sent.kind === "calls" ? settledCalls(config, sent, pause) : settledTransaction(client, sent)),
    standing: (sent) => (sent.kind === "calls" ? Promise.resolve({ name: "waiting" }) : standingOf(client, sent)),
    indexedBlock: async () => (await fetchIndexStatus()).block,
    confirmed(block) {
      noteTransaction(block);
      invalidate([CHAIN_KEY]);
    },
    indexed: () => invalidate([INDEX_KEY], [CHAIN_KEY], queryKeys.status()),
  };
}

async function settledTransaction(client: Client, sent: SentTransaction): Promise<Settled | undefined> {
  let taken: SentFailure | undefined;
  try {
    const receipt = await waitForTransactionReceipt(client, {
      hash: (sent.hash ?? sent.id) as Hex,
      timeout: WAIT_MS,
      ...replacementOf(sent),
      onReplaced({ reason }) {
        // A transaction that says the same at another price is still this one.
        taken = reason === "repriced" ? undefined : reason;
      },
    });
    const where = { hash: receipt.transactionHash, block: Number(receipt.blockNumber) };
    const failure = taken ?? (receipt.status === "reverted" ? "reverted" : undefined);
    return failure ? { ...where, failure } : where;
  } catch (error) {
    if (error instanceof WaitForTransactionReceiptTimeoutError) return undefined;
    throw error;
  }
}

function replacementOf({ account, nonce, to, value, input }: SentTransaction) {
  if (nonce === undefined) return {};
  return {
    replacement: {
      from: account as Address,
      nonce,
      ...(to === undefined ? {} : { to: to as Address | null }),
      ...(value === undefined ? {} : { value: BigInt(value) }),
      ...(input === undefined ? {} : { input: input as Hex }),
    },
  };
}

async function standingOf(client: Client, sent: SentTransaction): Promise<Standing> {
  const hash = (sent.hash ?? sent.id) as Hex;
  try {
    const { nonce, to, value, input } = await getTransaction(client, { hash });
    return { name: "waiting", nonce, to, value, input };
  } catch (error) {
    if (!(error instanceof TransactionNotFoundError)) throw error;
  }
  if (sent.nonce === undefined) return { name: "unknown" };
  const count = await getTransactionCount(client, { address: sent.account as Address });
  if (count <= sent.nonce) return { name: "unknown" };
  // It may have come into a block between the two questions.
  return (await hasReceipt(client, hash)) ? { name: "waiting" } : { name: "overtaken" };
}

async function hasReceipt(client: Client, hash: Hex): Promise<boolean> {
  try {
    await getTransactionReceipt(client, { hash });
    return true;
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return false;
    throw error;
  }
}

/** Bundles are known to the wallet that took them, and to nobody else. */
async function settledCalls(
  config: Config,
  sent: SentTransaction,
  pause: FollowPorts["pause"],
): Promise<Settled | undefined> {
  for (let waited = 0; waited < WAIT_MS; waited += CALLS_POLL_MS) {
    const { status, statusCode, receipts } = await getCallsStatus(config, { id: sent.id });
    const last = receipts?.at(-1);
    const where = last && { hash: last.transactionHash, block: Number(last.blockNumber) };
    if (status === "success" && where) return where;
    // 4xx: in no block, and never will be; 5xx and 6xx: in a block and undone.
    if (status === "failure") return { ...where, failure: statusCode < 500 ? "not-included" : "reverted" };
    await pause(CALLS_POLL_MS);
  }
  return undefined;
}
