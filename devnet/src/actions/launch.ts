import { equityRegistryAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";
import { tokenErrors } from "./token-errors.ts";

/** A personal token to launch. */
export interface LaunchRequest {
  /** The person; receives all shares. */
  readonly from: Address;
  readonly name: string;
  readonly symbol: string;
  /** In wei of the token. */
  readonly shares: bigint;
  readonly contractURI?: string;
  /** Whether anybody may hold; yes if not said. */
  readonly open?: boolean;
}

/** Launches a personal token and returns its address. */
export async function launch({ client, deployment }: Session, request: LaunchRequest): Promise<Address> {
  const { name, symbol, shares, contractURI = "", open = true } = request;
  const simulated = await client.simulateContract({
    account: request.from,
    address: deployment.registry,
    abi: [...equityRegistryAbi, ...tokenErrors],
    functionName: "launch",
    args: [name, symbol, shares, contractURI, open],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
