import type { Deployment } from "@weft/abis";
import { type Abi, type Address, getAddress, getContractAddress, type Hex, isAddressEqual, zeroAddress } from "viem";
import type { ChainClient } from "../chain/chain-client.ts";
import { DEPLOYER_INDEX, devAccount } from "../chain/dev-accounts.ts";
import { DevnetError } from "../errors.ts";
import { linkBytecode } from "./link-bytecode.ts";
import { readArtifact, readPoolFactoryArtifact } from "./read-artifact.ts";

/** How the protocol is deployed. */
export interface DeployOptions {
  /** Who deploys; the last development account if not said. */
  readonly deployer?: Address;
  /** What gains are paid in; the chain's native coin if not said. */
  readonly currency?: Address;
  /** Uniswap v3 factory whose pools can be excluded; one of its own if not said, none for the zero address. */
  readonly poolFactory?: Address;
  /** Seconds that votes count as a day; 86,400 if not said. Only a local chain can have fewer. */
  readonly secondsPerDay?: number;
}

/** Libraries that tokens call, by the names of their contracts. */
const LIBRARIES = ["LabelStore", "PoolProof"];

/** The registry takes the addresses of what comes before it: so many contracts that know its own. */
const CONTRACTS_BEFORE_REGISTRY = 4n;

const SECONDS_PER_DAY = 86_400;

interface Deployed {
  readonly address: Address;
  readonly block: bigint;
}

/** Deploys the contract of this repository that has the name. */
type Deploy = (name: string, args: readonly unknown[]) => Promise<Deployed>;

/**
 * Deploys the libraries, the implementations, the registry and the settlement. The implementations know the registry
 * before it exists, by the address that it will have.
 *
 * @throws MissingBuildError when the contracts were not built, MissingLibraryError when one calls a library that is not
 *   deployed here, DevnetError when the addresses come out otherwise.
 */
export async function deployProtocol(client: ChainClient, options: DeployOptions = {}): Promise<Deployment> {
  const { deployer = devAccount(DEPLOYER_INDEX), currency = zeroAddress, secondsPerDay = SECONDS_PER_DAY } = options;
  const poolFactory = options.poolFactory ?? (await deployPoolFactory(client, deployer));
  const deploy = await createDeploy(client, deployer);

  const nonce = BigInt(await client.getTransactionCount({ address: deployer }));
  const predicted = getContractAddress({ from: deployer, nonce: nonce + CONTRACTS_BEFORE_REGISTRY });
  const personalToken = await deploy("PersonalToken", [predicted, currency]);
  const admission = await deploy("NetworkAdmission", [predicted, BigInt(secondsPerDay)]);
  const networkToken = await deploy("NetworkToken", [predicted, currency, admission.address]);
  const governor = await deploy("NetworkGovernor", [predicted, BigInt(secondsPerDay)]);
  const implementations = [personalToken.address, networkToken.address, governor.address];
  const registry = await deploy("EquityRegistry", [currency, poolFactory, ...implementations]);
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
    poolFactory,
    secondsPerDay,
    block: Number(registry.block),
  };
}

/** Deploys the libraries; what it returns links contracts with them. */
async function createDeploy(client: ChainClient, deployer: Address): Promise<Deploy> {
  const libraries: Record<string, Address> = {};
  const deploy: Deploy = async (name, args) => {
    const artifact = await readArtifact(name);
    return deployCode(client, deployer, name, artifact.abi, linkBytecode(name, artifact, libraries), args);
  };
  for (const library of LIBRARIES) libraries[library] = (await deploy(library, [])).address;
  return deploy;
}

async function deployPoolFactory(client: ChainClient, deployer: Address): Promise<Address> {
  const { abi, bytecode } = await readPoolFactoryArtifact();
  return (await deployCode(client, deployer, "UniswapV3Factory", abi, bytecode, [])).address;
}

async function deployCode(
  client: ChainClient,
  account: Address,
  name: string,
  abi: Abi,
  bytecode: Hex,
  args: readonly unknown[],
): Promise<Deployed> {
  const hash = await client.deployContract({ account, abi, bytecode, args });
  const { contractAddress, blockNumber, status } = await client.waitForTransactionReceipt({ hash });
  if (status !== "success" || !contractAddress) throw new DevnetError(`${name} was not deployed: ${hash} ${status}.`);
  return { address: getAddress(contractAddress), block: blockNumber };
}
