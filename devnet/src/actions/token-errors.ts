import { networkGovernorAbi, networkTokenAbi, personalTokenAbi } from "@weft/abis";
import type { AbiItem } from "viem";

type ErrorOf<Item> = Extract<Item, { readonly type: "error" }>;

function isError<Item extends AbiItem>(item: Item): item is ErrorOf<Item> {
  return item.type === "error";
}

/** Errors of both kinds of token. Calls of one contract pass on what the tokens that it calls refuse. */
export const tokenErrors = [...personalTokenAbi.filter(isError), ...networkTokenAbi.filter(isError)];

/** Errors of governors, which are made together with networks. */
export const governorErrors = networkGovernorAbi.filter(isError);
