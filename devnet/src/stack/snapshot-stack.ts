import { setTimeout as sleep } from "node:timers/promises";
import { ResourceNotFoundRpcError } from "viem";
import { createChainClient } from "../chain/chain-client.ts";
import { SnapshotError } from "../errors.ts";
import type { Stack } from "./start-stack.ts";

/** Milliseconds between looks at how far the index is. */
const POLLING_MS = 20;
/** Milliseconds that the index may take. More than it needs to read a story anew, should it have fallen too far behind. */
const INDEX_TIMEOUT_MS = 120_000;

type Places = Pick<Stack, "rpcUrl" | "graphqlUrl">;
type Head = { readonly number: number; readonly hash: string };

/** A state of chain and index that both can be taken back to, as often as wanted. */
export interface StackSnapshot {
  /**
   * Takes chain and index back, whatever has happened since: blocks, balances, time that passed, transactions that wait, mining
   * that was switched off. An empty block follows whose time is the present, at which the chain's clock goes on. The index follows
   * as it follows any reorganisation.
   *
   * @throws SnapshotError when the chain no longer has the state, or the index does not get there.
   */
  restore(): Promise<void>;
}

/** Remembers how chain and index are now. */
export async function snapshotStack(places: Places): Promise<StackSnapshot> {
  const client = createChainClient(places.rpcUrl);
  const request = <T>(method: string, ...params: readonly unknown[]): Promise<T> =>
    client.request<{ Method: string; Parameters: readonly unknown[]; ReturnType: T }>({ method, params });

  let id = await client.snapshot();
  const { timestamp } = await client.getBlock();

  async function goBack(): Promise<void> {
    const lost = `The chain at ${places.rpcUrl} has no snapshot ${id} any more. Take another.`;
    const done = await request<boolean>("evm_revert", id).catch((cause: unknown) => {
      throw cause instanceof ResourceNotFoundRpcError ? new SnapshotError(lost, { cause }) : cause;
    });
    if (!done) throw new SnapshotError(lost);
  }

  async function restore(): Promise<void> {
    // First, or else switching mining on again would mine them.
    await request("anvil_dropAllTransactions");
    await request("evm_setAutomine", true);
    await goBack();
    // Going back uses a snapshot up.
    id = await client.snapshot();
    const present = BigInt(Math.floor(Date.now() / 1000));
    await client.setNextBlockTimestamp({ timestamp: present > timestamp ? present : timestamp + 1n });
    await client.mine({ blocks: 1 });
    const { number, hash } = await client.getBlock();
    await untilIndexed(places.graphqlUrl, { number: Number(number), hash: hash ?? "" });
  }
  return { restore };
}

async function untilIndexed(graphqlUrl: string, { number, hash }: Head): Promise<void> {
  const deadline = performance.now() + INDEX_TIMEOUT_MS;
  for (;;) {
    const at = await readHead(graphqlUrl);
    if (at?.number === number && at.hash === hash) return;
    if (performance.now() > deadline) {
      throw new SnapshotError(
        `The index at ${graphqlUrl} is at ${at ? `block ${at.number} (${at.hash})` : "no block"} ${INDEX_TIMEOUT_MS / 1000} s after the chain went back to block ${number} (${hash}).`,
      );
    }
    await sleep(POLLING_MS);
  }
}

/** The block that the index answers of; undefined while it has none. */
async function readHead(graphqlUrl: string): Promise<Head | undefined> {
  const response = await fetch(graphqlUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ _meta { block { number hash } } }" }),
  });
  const { data } = (await response.json()) as { readonly data?: { readonly _meta: { readonly block: Head } | null } };
  return data?._meta?.block;
}
