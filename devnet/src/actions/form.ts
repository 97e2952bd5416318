import { equityRegistryAbi } from "@weft/abis";
import { type Address, maxUint256, parseEther } from "viem";
import type { Session } from "./session.ts";
import { governorErrors, tokenErrors } from "./token-errors.ts";

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

/** How the network's members vote. What is not said is the least that the governor takes. */
export interface GovernanceRequest {
  /** Seconds from a proposal to its vote; a day if not said. */
  readonly votingDelay?: number;
  /** Seconds for which a vote is open; three days if not said. */
  readonly votingPeriod?: number;
  /** Votes that a proposer needs, in wei of network shares; one share if not said. */
  readonly proposalThreshold?: bigint;
  /** Votes for or abstaining that a proposal needs, in percent of what can vote; 4 if not said. */
  readonly quorumPercent?: bigint;
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
  readonly settings?: GovernanceRequest;
}

/** A network that was formed, and the governor by which its members vote. */
export interface FormedNetwork {
  readonly network: Address;
  readonly governor: Address;
}

const MIN_DELAY_DAYS = 1;
const MIN_PERIOD_DAYS = 3;

/** Forms a network and returns where it is. The founders' terms are numbered from 0 in their order. */
export async function form({ client, deployment }: Session, request: FormRequest): Promise<FormedNetwork> {
  const { name, symbol, contractURI = "", founders, foundingEnds, settings } = request;
  const named = founders.map((founder) => ({ maxMemberSupply: maxUint256, ...founder }));
  const { secondsPerDay } = deployment;
  const voting = {
    votingDelay: MIN_DELAY_DAYS * secondsPerDay,
    votingPeriod: MIN_PERIOD_DAYS * secondsPerDay,
    proposalThreshold: parseEther("1"),
    quorumPercent: 4n,
    ...settings,
  };
  const simulated = await client.simulateContract({
    account: request.from,
    address: deployment.registry,
    abi: [...equityRegistryAbi, ...tokenErrors, ...governorErrors],
    functionName: "form",
    args: [name, symbol, contractURI, named, foundingEnds, voting],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  const [network, governor] = simulated.result;
  return { network, governor };
}
