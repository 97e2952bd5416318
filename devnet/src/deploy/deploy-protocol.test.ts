import { equityRegistryAbi, networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { erc20Abi, parseAbi, parseUnits, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devAccount } from "../chain/dev-accounts.ts";
import { type LocalProtocol, startProtocol } from "../stack/start-protocol.ts";
import { deployCurrency } from "./deploy-currency.ts";
import { deployLocally } from "./deploy-locally.ts";
import { deployProtocol } from "./deploy-protocol.ts";
import { readArtifact } from "./read-artifact.ts";

describe("deployProtocol", () => {
  let protocol: LocalProtocol;
  beforeAll(async () => {
    protocol = await startProtocol();
  });
  afterAll(() => protocol.chain.close());

  test("puts a registry, its implementations and the settlement on the chain", async () => {
    const { client, deployment } = protocol.session;
    const registry = { address: deployment.registry, abi: equityRegistryAbi } as const;
    expect(deployment).toMatchObject({ chainId: 31_337, currency: zeroAddress, secondsPerDay: 86_400, block: 8 });
    expect(await client.readContract({ ...registry, functionName: "currency" })).toBe(zeroAddress);
    expect(await client.readContract({ ...registry, functionName: "poolFactory" })).toBe(deployment.poolFactory);
    for (const functionName of [
      "personalTokenImplementation",
      "networkTokenImplementation",
      "governorImplementation",
    ] as const) {
      const implementation = await client.readContract({ ...registry, functionName });
      expect(await client.getCode({ address: implementation })).toBeDefined();
    }
    expect(await client.getCode({ address: deployment.settlement })).toBeDefined();
    expect(await client.getCode({ address: deployment.poolFactory })).toBeDefined();
  });

  test("deploys a second time beside the first, with shorter days and no pools", async () => {
    const { client, deployment } = protocol.session;
    const second = await deployProtocol(client, { secondsPerDay: 60, poolFactory: zeroAddress });
    expect(second.registry).not.toBe(deployment.registry);
    expect(second.block).toBeGreaterThan(deployment.block);
    expect(second).toMatchObject({ secondsPerDay: 60, poolFactory: zeroAddress });
    const registry = { address: second.registry, abi: equityRegistryAbi } as const;
    const governor = await client.readContract({ ...registry, functionName: "governorImplementation" });
    const network = await client.readContract({ ...registry, functionName: "networkTokenImplementation" });
    const halves = [
      client.readContract({ address: governor, abi: networkGovernorAbi, functionName: "secondsPerDay" }),
      client.readContract({ address: network, abi: networkTokenAbi, functionName: "secondsPerDay" }),
    ];
    expect(await Promise.all(halves)).toEqual([60n, 60n]);
    expect(await client.readContract({ ...registry, functionName: "poolFactory" })).toBe(zeroAddress);
  });

  test.each([
    ["dollar", "dUSD"],
    ["old-dollar", "oUSD"],
  ] as const)("deploys on a %s that development accounts have", async (currency, symbol) => {
    const { client } = protocol.session;
    const deployment = await deployLocally(client, { currency });
    expect(deployment).toMatchObject({ currencyDecimals: 6, currencySymbol: symbol });
    const registry = { address: deployment.registry, abi: equityRegistryAbi } as const;
    expect(await client.readContract({ ...registry, functionName: "currency" })).toBe(deployment.currency);
    const token = { address: deployment.currency, abi: erc20Abi } as const;
    const balance = await client.readContract({ ...token, functionName: "balanceOf", args: [devAccount(17)] });
    expect(balance).toBe(parseUnits("10000", 6));
  });

  test("gives the dollar permissions, and the old one none", async () => {
    const { client } = protocol.session;
    const abi = parseAbi(["function nonces(address owner) view returns (uint256)"]);
    const [dollar, old] = [await deployCurrency(client, "dollar"), await deployCurrency(client, "old-dollar")];
    const noncesOf = (address: typeof dollar) =>
      client.readContract({ address, abi, functionName: "nonces", args: [devAccount(0)] });
    expect(await noncesOf(dollar)).toBe(0n);
    await expect(noncesOf(old)).rejects.toThrow(/reverted/);
  });

  test("says what to do when a contract was not built", async () => {
    await expect(readArtifact("NoSuchContract")).rejects.toThrow(/NoSuchContract is missing .*npm run setup/);
  });
});
