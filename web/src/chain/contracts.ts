import {
  type Deployment,
  equityRegistryAbi,
  networkGovernorAbi,
  networkTokenAbi,
  personalTokenAbi,
  settlementAbi,
} from "@weft/abis";
import type { Abi } from "viem";
import { WebError } from "../lib/web-error.ts";
import { CHAIN_ID } from "./environment.ts";

const deployments = import.meta.glob<Deployment>("../../../abis/deployments/*.json", {
  eager: true,
  import: "default",
});

/** Thrown when the dApp is built for a chain on which nothing is deployed. */
export class NotDeployedError extends WebError {
  override name = "NotDeployedError";
  constructor(chainId: number) {
    super(
      `Weft has no addresses for chain ${chainId}. Deploy it there, or set VITE_CHAIN_ID to a chain in abis/deployments.`,
    );
  }
}

/** Where the protocol lives on this build's chain; undefined if it is not deployed there. */
export const deployment: Deployment | undefined = Object.values(deployments).find(
  (candidate) => candidate.chainId === CHAIN_ID,
);

/** Where the protocol lives on this build's chain. Throws `NotDeployedError`. */
export function requireDeployment(): Deployment {
  if (!deployment) throw new NotDeployedError(CHAIN_ID);
  return deployment;
}

/** Errors of the tokens and the registry. One contract passes on what another, which it calls, refuses. */
export const contractErrors: Abi = [...equityRegistryAbi, ...networkTokenAbi, ...personalTokenAbi].filter(
  ({ type }) => type === "error",
);

export { equityRegistryAbi, networkGovernorAbi, networkTokenAbi, personalTokenAbi, settlementAbi };
