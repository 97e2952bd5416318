import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSession } from "../actions/session.ts";
import { devAccount } from "../chain/dev-accounts.ts";
import { ensureSubgraph } from "../setup/ensure-subgraph.ts";
import { requireFreePort } from "./require-free-port.ts";
import type { Progress } from "./stack-options.ts";
import { type Stack, startStack } from "./start-stack.ts";

const QUERY = `{ _meta { hasIndexingErrors block { number } } personalTokens(orderBy: createdAtBlock) { symbol person { id } } networkTokens { symbol founded } }`;

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

describe("startStack", () => {
  let stack: Stack;
  const progress: Progress[] = [];
  beforeAll(async () => {
    await ensureSubgraph();
    stack = await startStack({ story: "trio", web: false, onProgress: (each) => progress.push(each) });
  });
  afterAll(() => stack.close());

  test("answers queries about the story as soon as it is up", async () => {
    const response = await fetch(stack.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: QUERY }),
    });
    const head = await createSession(stack.rpcUrl, stack.deployment).client.getBlockNumber();
    expect(await response.json()).toEqual({
      data: {
        _meta: { hasIndexingErrors: false, block: { number: Number(head) } },
        personalTokens: ["ADA", "BEN", "CLEO"].map((symbol, index) => {
          return { symbol, person: { id: devAccount(index).toLowerCase() } };
        }),
        networkTokens: [{ symbol: "TRIO", founded: true }],
      },
    });
  });

  test("counts votes in minutes, so that they can be tried", () => {
    expect(stack.deployment).toMatchObject({ chainId: 31_337, secondsPerDay: 60 });
  });

  test("tells of each stage when it begins and when it is done", () => {
    const stages = ["build", "chain", "contracts", "story", "index"];
    expect(progress.map(({ stage, state }) => `${stage} ${state}`)).toEqual(
      stages.flatMap((stage) => [`${stage} begun`, `${stage} done`]),
    );
  });

  test("refuses a taken port before it starts anything, and says which and how to choose another", async () => {
    const port = Number(new URL(stack.graphqlUrl).port);
    await expect(startStack({ story: "none", web: false, graphqlPort: port })).rejects.toThrow(
      `Port ${port}, wanted for the index, is taken by another program. Stop that program, or choose another port: GRAPHQL_PORT=<port>.`,
    );
  });

  test("stops in the middle of the start when it is told to, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const rpcPort = await findFreePort();
    const start = startStack({
      story: "full",
      web: false,
      rpcPort,
      signal: stop.signal,
      onProgress: ({ stage, state }) => {
        if (stage === "story" && state === "begun") stop.abort();
      },
    });
    await expect(start).rejects.toThrow(/aborted/);
    await requireFreePort({ port: rpcPort, purpose: "the test", variable: "-" });
  });

  test("leaves no port when it is closed, and closes once", async () => {
    await Promise.all([stack.close(), stack.close()]);
    for (const url of [stack.rpcUrl, stack.graphqlUrl]) {
      await requireFreePort({ port: Number(new URL(url).port), purpose: "the test", variable: "-" });
    }
  });
});
