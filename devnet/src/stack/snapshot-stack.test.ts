import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { realize } from "../actions/realize.ts";
import { createSession, type Session } from "../actions/session.ts";
import { devAccount } from "../chain/dev-accounts.ts";
import { SnapshotError } from "../errors.ts";
import { ensureSubgraph } from "../setup/ensure-subgraph.ts";
import { type StackSnapshot, snapshotStack } from "./snapshot-stack.ts";
import { type Stack, startStack } from "./start-stack.ts";

const ADA = devAccount(0);
const YEAR = 31_536_000n;
/** More blocks than the index remembers for following a reorganisation: it reads everything anew. */
const BEYOND_FINALITY = 300;

const QUERY = `{
  _meta { hasIndexingErrors block { number } }
  equityTokens(orderBy: id) { id symbol totalSupply }
  realizations(orderBy: id) { id amount evidence }
  statementEntries(orderBy: id) { id amount shares timestamp }
}`;

describe("snapshotStack", () => {
  let stack: Stack;
  let session: Session;
  let snapshot: StackSnapshot;
  let before: unknown;

  async function read(): Promise<unknown> {
    const response = await fetch(stack.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: QUERY }),
    });
    const { client } = session;
    return {
      index: await response.json(),
      parent: (await client.getBlock()).parentHash,
      waiting: await client.getTxpoolStatus(),
      balance: await client.getBalance({ address: ADA }),
      nonce: await client.getTransactionCount({ address: ADA }),
      automine: await client.getAutomine(),
    };
  }

  async function token(): Promise<Address> {
    const { index } = (await read()) as { index: { data: { equityTokens: { id: Address; symbol: string }[] } } };
    const ada = index.data.equityTokens.find(({ symbol }) => symbol === "ADA");
    if (ada === undefined) throw new Error("The story has ADA.");
    return ada.id;
  }

  /** Ada realizes, and the index knows it. */
  async function realizeOne(): Promise<void> {
    await realize(session, { from: ADA, token: await token(), amount: parseEther("1"), evidence: "a pump" });
    const realizations = async () => ((await read()) as { index: unknown }).index;
    await expect.poll(realizations, { timeout: 20_000 }).toMatchObject({ data: { realizations: [{}] } });
  }

  beforeAll(async () => {
    await ensureSubgraph();
    stack = await startStack({ story: "trio", web: false });
    session = createSession(stack.rpcUrl, stack.deployment);
    snapshot = await snapshotStack(stack);
    await snapshot.restore();
    before = await read();
  });
  afterAll(() => stack.close());
  beforeEach(() => snapshot.restore());

  test("takes back what was done, given and waited for, as often as wanted", async () => {
    for (let time = 0; time < 2; time++) {
      await realizeOne();
      await session.client.setBalance({ address: ADA, value: 1n });
      await session.client.setAutomine(false);
      await session.client.sendTransaction({ account: devAccount(1), to: ADA, value: 1n });
      expect(await read()).not.toEqual(before);
      await snapshot.restore();
      expect(await read()).toEqual(before);
    }
  });

  test("takes back time that passed, and goes on at the present", async () => {
    const { timestamp } = await session.client.getBlock();
    await session.client.setNextBlockTimestamp({ timestamp: timestamp + YEAR });
    await realizeOne();
    await session.client.setNextBlockTimestamp({ timestamp: timestamp + 2n * YEAR });
    await snapshot.restore();
    const present = BigInt(Math.floor(Date.now() / 1000));
    await session.client.mine({ blocks: 1 });
    const next = await session.client.getBlock();
    expect(next.timestamp).toBeGreaterThanOrEqual(present);
    expect(next.timestamp).toBeLessThan(timestamp + YEAR);
    expect(await read()).toMatchObject({ balance: (before as { balance: bigint }).balance });
  });

  test("takes the index back also from beyond what it remembers", async () => {
    await session.client.mine({ blocks: BEYOND_FINALITY });
    await realizeOne();
    await snapshot.restore();
    expect(await read()).toEqual(before);
  });

  test("says so when the chain has lost the state", async () => {
    const other = await snapshotStack(stack);
    await snapshot.restore();
    await expect(other.restore()).rejects.toThrow(SnapshotError);
    await expect(other.restore()).rejects.toThrow(/has no snapshot 0x[\da-f]+ any more\. Take another\.$/);
  });
});
