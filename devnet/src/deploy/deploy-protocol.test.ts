import { equityRegistryAbi } from "@weft/abis";
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
    expect(deployment).toMatchObject({ chainId: 31_337, currency: zeroAddress, block: 3 });
    expect(await client.readContract({ ...registry, functionName: "currency" })).toBe(zeroAddress);
    for (const functionName of ["personalTokenImplementation", "networkTokenImplementation"] as const) {
      const implementation = await client.readContract({ ...registry, functionName });
      expect(await client.getCode({ address: implementation })).toBeDefined();
    }
    expect(await client.getCode({ address: deployment.settlement })).toBeDefined();
  });

  test("deploys a second time beside the first", async () => {
    const { client, deployment } = protocol.session;
    const second = await deployProtocol(client);
    expect(second.registry).not.toBe(deployment.registry);
    expect(second.block).toBeGreaterThan(deployment.block);
  });

  test("says what to do when a contract was not built", async () => {
    await expect(readArtifact("NoSuchContract")).rejects.toThrow(/NoSuchContract is missing .*npm run setup/);
  });
});
