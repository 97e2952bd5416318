import { personalTokenAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import type { Address } from "viem";
import { expect } from "vitest";
import type { IndexedConsent, IndexedState } from "./read-index.ts";

/** Expects approvals of holders and permissions of deposits to be what the contracts say at a block. */
export async function expectConsentEqualsChain(
  { client }: Session,
  { holderApprovals, depositPermissions }: IndexedState,
  blockNumber: bigint,
): Promise<void> {
  const given = async ({ id }: IndexedConsent, functionName: "isHolderApproved" | "isDepositAllowed") => {
    const [address, subject] = [id.slice(0, 42) as Address, `0x${id.slice(42)}` as Address];
    return client.readContract({ address, abi: personalTokenAbi, functionName, args: [subject], blockNumber });
  };
  for (const each of holderApprovals) expect(each.given, each.id).toBe(await given(each, "isHolderApproved"));
  for (const each of depositPermissions) expect(each.given, each.id).toBe(await given(each, "isDepositAllowed"));
}
