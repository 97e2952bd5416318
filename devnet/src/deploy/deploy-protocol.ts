import type { Deployment } from "@weft/abis";
import { type Abi, type Address, getAddress, getContractAddress, type Hex, isAddressEqual, zeroAddress } from "viem";
import type { ChainClient } from "../chain/chain-client.ts";
import { DEPLOYER_INDEX, devAccount } from "../chain/dev-accounts.ts";
import { DevnetError } from "../errors.ts";
import { readArtifact } from "./read-artifact.ts";

/** How the protocol is deployed. */
export interface DeployOptions {
  /** Who deploys; the last development account if not said. */
  readonly deployer?: Address;
  /** What gains are paid in; the chain's native coin if not said. */
  readonly currency?: Address;
}

/** The implementations come first: two contracts before the registry, which takes their addresses. */
const CONTRACTS_BEFORE_REGISTRY = 2n;

interface Deployed {
  readonly address: Address;
  readonly block: bigint;
}

/**
 * Deploys the two implementations, the registry and the settlement. The implementations know the registry before it
 * exists, by the address that it will have.
 *
 * @throws MissingBuildError when the contracts were not built, DevnetError when the addresses come out otherwise.
 */
export async function deployProtocol(client: ChainClient, options: DeployOptions = {}): Promise<Deployment> {
  const { deployer = devAccount(DEPLOYER_INDEX), currency = zeroAddress } = options;
  const nonce = BigInt(await client.getTransactionCount({ address: deployer }));
  const predicted = getContractAddress({ from: deployer, nonce: nonce + CONTRACTS_BEFORE_REGISTRY });
  const deploy = (name: string, args: readonly unknown[]) => deployContract(client, deployer, name, args);

  const personalToken = await deploy("PersonalToken", [predicted, currency]);
  const networkToken = await deploy("NetworkToken", [predicted, currency]);
  const registry = await deploy("EquityRegistry", [currency, personalToken.address, networkToken.address]);
  if (!isAddressEqual(registry.address, predicted)) {
    throw new DevnetError(
      `The registry came out at ${registry.address} instead of ${predicted}: ${deployer} sent something else meanwhile. Deploy again.`,
    );
  }
  const settlement = await deploy("Settlement", [registry.address]);
  return {
    chainId: await client.getChainId(),
    registry: registry.address,
    settlement: settlement.address,
    currency,
    block: Number(registry.block),
  };
}

async function deployContract(
  client: ChainClient,
  account: Address,
  name: string,
  args: readonly unknown[],
): Promise<Deployed> {
  const { abi, bytecode }: { abi: Abi; bytecode: Hex } = await readArtifact(name);
  const hash = await client.deployContract({ account, abi, bytecode, args });
  const { contractAddress, blockNumber, status } = await client.waitForTransactionReceipt({ hash });
  if (status !== "success" || !contractAddress) throw new DevnetError(`${name} was not deployed: ${hash} ${status}.`);
  return { address: getAddress(contractAddress), block: blockNumber };
}
