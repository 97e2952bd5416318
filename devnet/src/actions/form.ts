import { equityRegistryAbi } from "@weft/abis";
import { type Address, maxUint256 } from "viem";
import type { Session } from "./session.ts";
import { tokenErrors } from "./token-errors.ts";

/** One founder of a network to form. */
export interface FounderRequest {
  /** Token whose shares the founder stakes. */
  readonly member: Address;
  readonly account: Address;
  /** In wei of the member token. */
  readonly stake: bigint;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** The stake reverts when the member's total supply is above this; no bound if not said. */
  readonly maxMemberSupply?: bigint;
}

/** A network to form. */
export interface FormRequest {
  readonly from: Address;
  readonly name: string;
  readonly symbol: string;
  readonly contractURI?: string;
  readonly founders: readonly FounderRequest[];
  /** Last second in which founders can stake, Unix time. */
  readonly foundingEnds: bigint;
}

/** Forms a network and returns its address. The founders' terms are numbered from 0 in their order. */
export async function form({ client, deployment }: Session, request: FormRequest): Promise<Address> {
  const { name, symbol, contractURI = "", founders, foundingEnds } = request;
  const named = founders.map((founder) => ({ maxMemberSupply: maxUint256, ...founder }));
  const simulated = await client.simulateContract({
    account: request.from,
    address: deployment.registry,
    abi: [...equityRegistryAbi, ...tokenErrors],
    functionName: "form",
    args: [name, symbol, contractURI, named, foundingEnds],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
