import { parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createChainClient } from "./chain-client.ts";
import { devAccount } from "./dev-accounts.ts";
import { type LocalChain, startChain } from "./start-chain.ts";

describe("createChainClient", () => {
  let chain: LocalChain;
  beforeAll(async () => {
    chain = await startChain();
  });
  afterAll(() => chain.close());

  test.each([
    [undefined, 15_000_000n],
    [50_000n, 50_000n],
  ])("sends with gas enough unless it is said: %s", async (gas, expected) => {
    const client = createChainClient(chain.rpcUrl);
    const [account, to] = [devAccount(0), devAccount(1)];
    const hash = await client.sendTransaction({ account, to, value: parseEther("1"), ...(gas && { gas }) });
    expect(await client.getTransaction({ hash })).toMatchObject({ gas: expected, to: to.toLowerCase() });
  });
});
