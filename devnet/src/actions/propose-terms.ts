import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { type Address, encodeFunctionData, type Hex, maxUint256 } from "viem";
import type { Session } from "./session.ts";
import { governorErrors, tokenErrors } from "./token-errors.ts";

/** Terms that a shareholder would have the network offer. */
export interface TermsRequest {
  /** Who proposes, and so is the terms' sponsor. */
  readonly from: Address;
  readonly network: Address;
  readonly governor: Address;
  /** Whether member shares go in or come out. */
  readonly kind: "entry" | "exit";
  readonly member: Address;
  /** Who may use them. */
  readonly account: Address;
  /** Most member shares that move, in wei of the member token. */
  readonly cap: bigint;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Seconds for which they can be used once they opened. */
  readonly openFor: bigint;
  /** Seconds for which new shares don't move; 0 if not said. */
  readonly lockup?: number;
  /** The stake reverts when the member's total supply is above this; no bound if not said. */
  readonly maxMemberSupply?: bigint;
  /** What voters read. The first line is the title. */
  readonly description: string;
}

/** A proposal on its way: what its execution needs again. */
export interface Proposal {
  readonly id: bigint;
  readonly network: Address;
  readonly governor: Address;
  readonly calldata: Hex;
  readonly description: string;
}

/** Proposes terms to a network's shareholders. */
export async function proposeTerms(session: Session, request: TermsRequest): Promise<Proposal> {
  const { from, network, governor, description } = request;
  const calldata = encodeFunctionData({
    abi: networkTokenAbi,
    functionName: request.kind === "entry" ? "createTerms" : "createExitTerms",
    args: [await termsOf(session, request)],
  });
  const simulated = await session.client.simulateContract({
    account: from,
    address: governor,
    abi: [...networkGovernorAbi, ...tokenErrors, ...governorErrors],
    functionName: "propose",
    args: [[network], [0n], [calldata], description],
  });
  await session.client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return { id: simulated.result, network, governor, calldata, description };
}

/** The terms in the contract's form: they open as soon as the vote and the days after it allow. */
async function termsOf({ client }: Session, request: TermsRequest) {
  const { from, network, governor, member, account, rate, cap, lockup = 0, maxMemberSupply = maxUint256 } = request;
  const vote = { address: governor, abi: networkGovernorAbi } as const;
  const [{ timestamp }, delay, period, openingDelay] = await Promise.all([
    client.getBlock(),
    client.readContract({ ...vote, functionName: "votingDelay" }),
    client.readContract({ ...vote, functionName: "votingPeriod" }),
    client.readContract({ address: network, abi: networkTokenAbi, functionName: "openingDelay" }),
  ]);
  const expiry = timestamp + delay + period + openingDelay + request.openFor;
  return { member, account, rate, cap, opensAt: 0n, expiry, lockup, maxMemberSupply, sponsor: from };
}
