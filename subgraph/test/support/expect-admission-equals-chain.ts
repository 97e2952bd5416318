import { networkTokenAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import { zeroAddress } from "viem";
import { expect } from "vitest";
import type { IndexedPosition, IndexedState, IndexedTerms } from "./read-index.ts";

const TERMS_KINDS = ["FOUNDING", "ENTRY", "EXIT"] as const;

/** Expects the terms and positions of all networks to be what the contracts say at a block. */
export async function expectAdmissionEqualsChain(
  session: Session,
  { equityTokens, terms, positions }: IndexedState,
  blockNumber: bigint,
): Promise<void> {
  for (const each of terms) await expectTermsEqualChain(session, each, blockNumber);
  for (const each of positions) await expectPositionEqualsChain(session, each, blockNumber);
  for (const network of equityTokens.filter(({ __typename }) => __typename === "NetworkToken")) {
    const own = positions.filter((position) => position.network.id === network.id);
    const members = own.filter(({ staked, returned }) => staked !== returned).map(({ member }) => member.id);
    expect(network.memberCount, network.symbol).toBe(new Set(members).size);
    const termsCount = await session.client.readContract({
      address: network.id,
      abi: networkTokenAbi,
      functionName: "termsCount",
      blockNumber,
    });
    expect(BigInt(network.termsCount ?? 0), network.symbol).toBe(termsCount);
    const numbers = terms.filter((each) => each.network.id === network.id).map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: Number(termsCount) }, (_, number) => number));
  }
}

async function expectTermsEqualChain({ client }: Session, terms: IndexedTerms, blockNumber: bigint): Promise<void> {
  const { network, number, kind, member, account, sponsor, used, ...rest } = terms;
  const contract = { address: network.id, abi: networkTokenAbi, blockNumber } as const;
  const args = [BigInt(number)] as const;
  const [[offer, usedOnChain], kindOnChain] = await Promise.all([
    client.readContract({ ...contract, functionName: "termsOf", args }),
    client.readContract({ ...contract, functionName: "termsKindOf", args }),
  ]);
  const { rate, cap, opensAt, expiry, lockup, maxMemberSupply } = rest;
  expect({ kind, used, rate, cap, opensAt, expiry, lockup, maxMemberSupply }).toEqual({
    kind: TERMS_KINDS[kindOnChain],
    used: String(usedOnChain),
    rate: String(offer.rate),
    cap: String(offer.cap),
    opensAt: String(offer.opensAt),
    expiry: String(offer.expiry),
    lockup: String(offer.lockup),
    maxMemberSupply: String(offer.maxMemberSupply),
  });
  expect([member.id, account?.id ?? zeroAddress, sponsor?.id ?? zeroAddress]).toEqual(
    [offer.member, offer.account, offer.sponsor].map((address) => address.toLowerCase()),
  );
}

async function expectPositionEqualsChain(
  { client }: Session,
  { network, member, account, ...amounts }: IndexedPosition,
  blockNumber: bigint,
): Promise<void> {
  const position = await client.readContract({
    address: network.id,
    abi: networkTokenAbi,
    functionName: "positionOf",
    args: [member.id, account.id],
    blockNumber,
  });
  const { staked, minted, returned, burned } = amounts;
  expect({
    staked: BigInt(staked),
    minted: BigInt(minted),
    returned: BigInt(returned),
    burned: BigInt(burned),
  }).toEqual(position);
}
