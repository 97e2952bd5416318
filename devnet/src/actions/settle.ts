import { settlementAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** Seconds that a settlement may wait for its block. */
const PATIENCE = 3_600n;

/** One harvest of a settlement. */
export interface SettleHop {
  readonly holder: Address;
  readonly source: Address;
  /** Turns; once if not said. */
  readonly repeats?: bigint;
}

/** Harvests in order, then claims for one account, in one transaction. */
export interface SettleRequest {
  readonly from: Address;
  readonly hops: readonly SettleHop[];
  /** Tokens to claim from afterwards. */
  readonly claims: readonly Address[];
  /** The caller, if not said. */
  readonly account?: Address;
  /** Reverts when less would be paid, in wei of the currency; no bound if not said. */
  readonly minPaid?: bigint;
}

/** Settles and returns what the account was paid, in wei of the currency. */
export async function settle({ client, deployment }: Session, request: SettleRequest): Promise<bigint> {
  const { from, hops, claims, account = from, minPaid = 0n } = request;
  const { timestamp } = await client.getBlock();
  const turns = hops.map(({ holder, source, repeats = 1n }) => ({ holder, source, repeats }));
  const simulated = await client.simulateContract({
    account: from,
    address: deployment.settlement,
    abi: settlementAbi,
    functionName: "settle",
    args: [turns, claims, account, minPaid, timestamp + PATIENCE],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
