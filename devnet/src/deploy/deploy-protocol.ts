import type { Deployment } from "@weft/abis";
import { type Address, erc20Abi, getContractAddress, isAddressEqual, zeroAddress } from "viem";
import type { ChainClient } from "../chain/chain-client.ts";
import { DEPLOYER_INDEX, devAccount } from "../chain/dev-accounts.ts";
import { DevnetError } from "../errors.ts";
import { type Deployed, deployCode } from "./deploy-code.ts";
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
    ...(await describeCurrency(client, currency)),
    poolFactory,
    secondsPerDay,
    block: Number(registry.block),
  };
}

/** As the registry reads it when it is made. */
async function describeCurrency(
  client: ChainClient,
  address: Address,
): Promise<Pick<Deployment, "currencyDecimals" | "currencySymbol">> {
  if (address === zeroAddress) return { currencyDecimals: client.chain.nativeCurrency.decimals, currencySymbol: "" };
  const token = { address, abi: erc20Abi } as const;
  const [currencyDecimals, currencySymbol] = await Promise.all([
    client.readContract({ ...token, functionName: "decimals" }),
    client.readContract({ ...token, functionName: "symbol" }),
  ]);
  return { currencyDecimals, currencySymbol };
}

/** Deploys the libraries; what it returns links contracts with them. */
async function createDeploy(client: ChainClient, deployer: Address): Promise<Deploy> {
  const libraries: Record<string, Address> = {};
  const deploy: Deploy = async (name, args) => {
    const artifact = await readArtifact(name);
    const bytecode = linkBytecode(name, artifact, libraries);
    return deployCode(client, deployer, { name, abi: artifact.abi, bytecode, args });
  };
  for (const library of LIBRARIES) libraries[library] = (await deploy(library, [])).address;
  return deploy;
}

async function deployPoolFactory(client: ChainClient, deployer: Address): Promise<Address> {
  const { abi, bytecode } = await readPoolFactoryArtifact();
  return (await deployCode(client, deployer, { name: "UniswapV3Factory", abi, bytecode, args: [] })).address;
}
