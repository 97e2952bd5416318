import type { Deployment } from "@weft/abis";
import type { ChainClient } from "../chain/chain-client.ts";
import { type CurrencyName, deployCurrency } from "./deploy-currency.ts";
import { type DeployOptions, deployProtocol } from "./deploy-protocol.ts";

/** How the protocol is deployed on a local chain. */
export interface LocalDeployOptions extends Omit<DeployOptions, "currency"> {
  /** What gains are paid in; the chain's coin if not said. */
  readonly currency?: CurrencyName;
}

/** Deploys the protocol, and before it the currency if that is not the chain's coin. Throws what these throw. */
export async function deployLocally(
  client: ChainClient,
  { currency = "native", ...options }: LocalDeployOptions = {},
): Promise<Deployment> {
  return deployProtocol(client, { ...options, currency: await deployCurrency(client, currency) });
}
