import { personalTokenAbi } from "@weft/abis";
import { type FormedNetwork, form } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { chain, session, tokenAddress } from "./stack.ts";

/** Somebody of the story: wallet and personal token. */
export interface Someone {
  readonly wallet: Address;
  readonly token: Address;
}

/** The person whose token has the symbol. */
export async function someone(symbol: string): Promise<Someone> {
  const token = await tokenAddress(symbol);
  const wallet = await chain.readContract({ address: token, abi: personalTokenAbi, functionName: "person" });
  return { wallet, token };
}

/** Shares of a token that somebody holds, in wei. */
export const balanceOf = (token: Address, holder: Address): Promise<bigint> =>
  chain.readContract({ address: token, abi: personalTokenAbi, functionName: "balanceOf", args: [holder] });

/** Forms a network whose founders may stake 100,000 shares each, one for one, within so many seconds. */
export async function formTogether(
  name: string,
  founders: readonly [Someone, ...Someone[]],
  seconds: bigint,
): Promise<FormedNetwork> {
  const { timestamp } = await chain.getBlock();
  return form(session(), {
    from: founders[0].wallet,
    name,
    symbol: name.toUpperCase(),
    founders: founders.map(({ wallet, token }) => ({
      member: token,
      account: wallet,
      stake: parseEther("100000"),
      rate: parseEther("1"),
    })),
    foundingEnds: timestamp + seconds,
  });
}
