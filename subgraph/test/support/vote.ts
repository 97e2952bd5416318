import { networkGovernorAbi } from "@weft/abis";
import type { FormedNetwork, Session } from "@weft/devnet";
import { type Address, type Hex, keccak256, toHex } from "viem";
import { passTime } from "./pass-time.ts";
import { send } from "./send.ts";

const FOR = 1;

/**
 * Has `proposer`, who alone decides here, propose one call of the network, vote for it and execute it. The voting delay
 * and period have to be the shortest that the governor takes.
 */
export async function carryByVote(
  session: Session,
  { network, governor }: FormedNetwork,
  proposer: Address,
  call: Hex,
): Promise<void> {
  const { secondsPerDay } = session.deployment;
  // What was received in this second counts from the next one on.
  await passTime(session, 1);
  const contract = { account: proposer, address: governor, abi: networkGovernorAbi } as const;
  const description = `Proposal at ${(await session.client.getBlock()).timestamp}`;
  const proposal = [[network], [0n], [call]] as const;
  const id = await send(session, { ...contract, functionName: "propose", args: [...proposal, description] });
  await passTime(session, secondsPerDay + 1);
  await send(session, { ...contract, functionName: "castVote", args: [id, FOR] });
  await passTime(session, 4 * secondsPerDay);
  await send(session, { ...contract, functionName: "execute", args: [...proposal, keccak256(toHex(description))] });
}
