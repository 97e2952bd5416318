import { MappingError } from "../../errors/mapping-error.ts";
import type { HostFunctions } from "./host-functions.ts";

function fail(message: string): HostFunctions[string] {
  return () => {
    throw new MappingError(message);
  };
}

/** Functions that graph-node once had, or that need data nobody here has: each fails, in graph-node's words. */
export const removedFunctions: HostFunctions = {
  "ens.nameByHash": fail("Missing ENS data: see https://github.com/graphprotocol/ens-rainbow"),
  "arweave.transactionData": fail("`arweave.transactionData` has been removed."),
  "box.profile": fail("`box.profile` has been removed."),
};
