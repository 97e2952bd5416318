import { settlementAbi } from "@weft/abis";
import { type Address, parseEventLogs } from "viem";
import { DevnetError } from "../errors.ts";
import type { Session } from "./session.ts";

/** Seconds that a settlement may wait for its block. */
const PATIENCE = 3_600n;

/**
 * Gas that a settlement is given. It is not estimated: a hop that runs out of gas is skipped, not reverted, so that the
 * search for the least gas with which the call passes would find too little. Enough for some 200 harvests.
 */
const SETTLE_GAS = 20_000_000n;

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
  const { request: call } = await client.simulateContract({
    account: from,
    address: deployment.settlement,
    abi: settlementAbi,
    functionName: "settle",
    args: [turns, claims, account, minPaid, timestamp + PATIENCE],
    gas: SETTLE_GAS,
  });
  const { logs } = await client.writeContractSync({ ...call, throwOnReceiptRevert: true });
  const [settled] = parseEventLogs({ abi: settlementAbi, eventName: "Settled", logs });
  if (settled === undefined) throw new DevnetError(`${deployment.settlement} settled without saying so.`);
  return settled.args.paid;
}
