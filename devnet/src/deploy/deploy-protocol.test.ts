import { equityRegistryAbi, networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalProtocol, startProtocol } from "../stack/start-protocol.ts";
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

  test("says what to do when a contract was not built", async () => {
    await expect(readArtifact("NoSuchContract")).rejects.toThrow(/NoSuchContract is missing .*npm run setup/);
  });
});
