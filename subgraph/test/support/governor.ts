import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import type { FormedNetwork, Session } from "@weft/devnet";
import { type Address, type ContractFunctionArgs, encodeFunctionData, type Hex, keccak256, toHex } from "viem";
import { passTime } from "./pass-time.ts";
import { send } from "./send.ts";

/** How somebody votes, as the governor counts. */
export const SUPPORT = { against: 0, for: 1, abstain: 2 } as const;

/** A call for a proposal to make. */
export interface ProposedCall {
  readonly target: Address;
  readonly data: Hex;
}

/** A proposal that was made, with what its execution and cancellation take. */
export interface MadeProposal {
  readonly id: bigint;
  readonly governor: Address;
  readonly calls: readonly ProposedCall[];
  readonly description: string;
}

type NetworkChange = "createTerms" | "createExitTerms" | "cancelTerms" | "setContractURI";
type Setting =
  | "setVotingDelay"
  | "setVotingPeriod"
  | "setProposalThreshold"
  | "updateQuorumNumerator"
  | "setLateQuorumVoteExtension";

/** A call of a network that a vote can make. */
export function callNetwork<N extends NetworkChange>(
  { network }: FormedNetwork,
  functionName: N,
  args: ContractFunctionArgs<typeof networkTokenAbi, "nonpayable", N>,
): ProposedCall {
  const call = { abi: networkTokenAbi, functionName, args } as Parameters<typeof encodeFunctionData>[0];
  return { target: network, data: encodeFunctionData(call) };
}

/** A call of a governor's that changes one of its settings. */
export function callGovernor({ governor }: FormedNetwork, functionName: Setting, value: number | bigint): ProposedCall {
  const call = { abi: networkGovernorAbi, functionName, args: [value] } as Parameters<typeof encodeFunctionData>[0];
  return { target: governor, data: encodeFunctionData(call) };
}

/** Proposes calls. What the proposer received in the second of the last block counts by then. */
export async function propose(
  session: Session,
  { governor }: FormedNetwork,
  from: Address,
  calls: readonly ProposedCall[],
  description: string,
): Promise<MadeProposal> {
  await passTime(session, 1);
  const args = [...partsOf(calls), description];
  const abi = networkGovernorAbi;
  const id = await send(session, { account: from, address: governor, abi, functionName: "propose", args });
  return { id: id as bigint, governor, calls, description };
}

/** Votes on a proposal, with a reason if there is one. */
export async function castVote(
  session: Session,
  { governor, id }: MadeProposal,
  from: Address,
  support: keyof typeof SUPPORT,
  reason = "",
): Promise<void> {
  const args = [id, SUPPORT[support], reason];
  const abi = networkGovernorAbi;
  await send(session, { account: from, address: governor, abi, functionName: "castVoteWithReason", args });
}

/** Executes a proposal that passed, or takes one back whose vote has not begun. */
export async function conclude(
  session: Session,
  { governor, calls, description }: MadeProposal,
  from: Address,
  functionName: "execute" | "cancel",
): Promise<void> {
  const args = [...partsOf(calls), keccak256(toHex(description))];
  await send(session, { account: from, address: governor, abi: networkGovernorAbi, functionName, args });
}

/** Lets time pass until the vote on a proposal has begun, with the shortest delay that the governor takes. */
export const passDelay = (session: Session) => passTime(session, session.deployment.secondsPerDay + 1);

/** Lets time pass until the vote on a proposal is over, late quorum or not, with the shortest period. */
export const passPeriod = (session: Session) => passTime(session, 4 * session.deployment.secondsPerDay);

/** Has `proposer`, who alone decides here, propose calls, vote for them and execute them. */
export async function carryByVote(
  session: Session,
  formed: FormedNetwork,
  proposer: Address,
  calls: readonly ProposedCall[],
  description?: string,
): Promise<MadeProposal> {
  const { timestamp } = await session.client.getBlock();
  const proposal = await propose(session, formed, proposer, calls, description ?? `Proposal at ${timestamp}`);
  await passDelay(session);
  await castVote(session, proposal, proposer, "for");
  await passPeriod(session);
  await conclude(session, proposal, proposer, "execute");
  return proposal;
}

function partsOf(calls: readonly ProposedCall[]): readonly [Address[], bigint[], Hex[]] {
  return [calls.map(({ target }) => target), calls.map(() => 0n), calls.map(({ data }) => data)];
}
