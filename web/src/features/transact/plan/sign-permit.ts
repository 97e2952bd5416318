import { type Address, type Client, parseAbi, parseSignature } from "viem";
import { getCode, readContract } from "viem/actions";
import type { Config } from "wagmi";
import { signTypedData } from "wagmi/actions";
import type { SignedPermit, Spend } from "./transact-plan.ts";

/** ERC-20 with EIP-2612, whose domain is read by EIP-5267. */
const PERMIT_ABI = parseAbi([
  "function nonces(address owner) view returns (uint256)",
  "function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)",
]);

const PERMIT_TYPE = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** How long a signed permission can be used, in seconds: long enough for a slow block, too short to be found later. */
const LASTS_SECONDS = 30n * 60n;

/** Thrown when a wallet signs in a form that `permit` does not take. */
export class PermitFormError extends Error {
  override name = "PermitFormError";
}

/**
 * Asks the wallet for the words of a permission (EIP-2612): this token, this spender, this amount, half an hour.
 *
 * @throws PermitFormError when the signature is no plain one; else what the wallet or the chain throws.
 */
export async function signPermit(
  config: Config,
  client: Client,
  spend: Spend,
  owner: Address,
  now: bigint,
): Promise<SignedPermit> {
  const token = { address: spend.token, abi: PERMIT_ABI } as const;
  const [nonce, [, name, version, chainId, verifyingContract]] = await Promise.all([
    readContract(client, { ...token, functionName: "nonces", args: [owner] }),
    readContract(client, { ...token, functionName: "eip712Domain" }),
  ]);
  const deadline = now + LASTS_SECONDS;
  const signature = await signTypedData(config, {
    account: owner,
    domain: { name, version, chainId, verifyingContract },
    types: PERMIT_TYPE,
    primaryType: "Permit",
    message: { owner, spender: spend.spender, value: spend.amount, nonce, deadline },
  });
  // 65 bytes: a contract's signature (EIP-1271, EIP-6492) is longer.
  if (signature.length !== 132) throw new PermitFormError("The wallet’s signature is not one that a token takes.");
  const { r, s, yParity } = parseSignature(signature);
  return { deadline, v: yParity + 27, r, s };
}

/** Code of an account that only points to a contract (EIP-7702): it still signs by its own key. */
const DELEGATION = "0xef0100";

/** Whether an account signs by a key of its own, as permissions need: a contract does not. */
export async function signsByKey(client: Client, account: Address): Promise<boolean> {
  const code = await getCode(client, { address: account });
  return code === undefined || code === "0x" || code.startsWith(DELEGATION);
}
