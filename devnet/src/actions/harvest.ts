import { personalTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** A harvest: `holder`, an equity token, pulls what it can claim from `source`. Anybody may ask for it. */
export interface HarvestRequest {
  readonly from: Address;
  readonly holder: Address;
  readonly source: Address;
}

/** Harvests and returns what arrived, in wei of the currency. */
export async function harvest({ client }: Session, request: HarvestRequest): Promise<bigint> {
  const simulated = await client.simulateContract({
    account: request.from,
    address: request.holder,
    abi: personalTokenAbi,
    functionName: "harvest",
    args: [request.source],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
