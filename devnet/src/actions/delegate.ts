import { networkTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** Has `to` vote with the caller's shares of a network. */
export async function delegate({ client }: Session, from: Address, network: Address, to: Address): Promise<void> {
  const simulated = await client.simulateContract({
    account: from,
    address: network,
    abi: networkTokenAbi,
    functionName: "delegate",
    args: [to],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
}
