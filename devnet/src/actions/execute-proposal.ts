import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { type Address, keccak256, parseEventLogs, toHex } from "viem";
import type { Proposal } from "./propose-terms.ts";
import type { Session } from "./session.ts";
import { governorErrors, tokenErrors } from "./token-errors.ts";

/** Executes what passed, which anybody may; returns the number of the terms that came of it. */
export async function executeProposal({ client }: Session, from: Address, proposal: Proposal): Promise<bigint> {
  const { network, governor, calldata, description } = proposal;
  const simulated = await client.simulateContract({
    account: from,
    address: governor,
    abi: [...networkGovernorAbi, ...tokenErrors, ...governorErrors],
    functionName: "execute",
    args: [[network], [0n], [calldata], keccak256(toHex(description))],
  });
  const { logs } = await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  const [created] = parseEventLogs({ abi: networkTokenAbi, logs, eventName: "TermsCreated" });
  if (created === undefined) throw new Error(`Proposal ${proposal.id} created no terms.`);
  return created.args.termsId;
}
