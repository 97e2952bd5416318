import { getIntrospectionQuery, graphqlSync } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testBlock } from "../../store/store.fixture.ts";
import type { ServedDeployment } from "../served-subgraph.ts";
import { MANIFEST, openTestServer, SYNCED, type TestServer } from "../server.fixture.ts";
import { statusSchema } from "./status-schema.ts";

let served: TestServer;
beforeAll(async () => {
  served = await openTestServer();
});
afterAll(() => served.close());

describe("indexing status API", () => {
  const ask = (query: string, path = served.server.statusUrl) => served.post(path, { query }).then(({ json }) => json);

  it("is on a port of its own and on the main one", async () => {
    expect(served.server.statusUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    const query = `{ indexingStatusForCurrentVersion(subgraphName: "music/live") { subgraph } }`;
    const expected = { data: { indexingStatusForCurrentVersion: { subgraph: "QmTest" } } };
    expect(await ask(query)).toEqual(expected);
    expect(await ask(query, "/index-node/graphql")).toEqual(expected);
  });

  it("tells how a deployment is", async () => {
    const query = `{ indexingStatuses(subgraphs: ["QmTest", "QmOther"]) {
      subgraph synced health fatalError { message } nonFatalErrors { message } entityCount node paused historyBlocks
      chains { __typename network chainHeadBlock { number hash } earliestBlock { number hash } latestBlock { number hash }
        lastHealthyBlock { number } ... on EthereumIndexingStatus { network } }
    } }`;
    expect(await ask(query)).toEqual({
      data: {
        indexingStatuses: [
          {
            subgraph: "QmTest",
            synced: true,
            health: "healthy",
            fatalError: null,
            nonFatalErrors: [],
            entityCount: expect.stringMatching(/^[1-9]\d*$/),
            node: "default",
            paused: false,
            historyBlocks: 2_147_483_647,
            chains: [
              {
                __typename: "EthereumIndexingStatus",
                network: "mainnet",
                chainHeadBlock: { number: "5", hash: testBlock(5).hash },
                earliestBlock: { number: "0", hash: "0x0" },
                latestBlock: { number: "2", hash: testBlock(2).hash },
                lastHealthyBlock: null,
              },
            ],
          },
        ],
      },
    });
  });

  it("tells a failure", async () => {
    served.state.status = {
      ...SYNCED,
      status: "failed",
      fatalError: { message: "boom", block: testBlock(3), handler: "handleIt" },
    };
    const query = `{ indexingStatusesForSubgraphName(subgraphName: "music/live") {
      health synced fatalError { message handler deterministic block { number } } chains { lastHealthyBlock { number } } } }`;
    const answer = await ask(query);
    served.state.status = SYNCED;
    expect(answer).toEqual({
      data: {
        indexingStatusesForSubgraphName: [
          {
            health: "failed",
            synced: true,
            fatalError: { message: "boom", handler: "handleIt", deterministic: true, block: { number: "3" } },
            chains: [{ lastHealthyBlock: { number: "2" } }],
          },
        ],
      },
    });
  });

  it("tells failures that were tolerated", async () => {
    const error = { message: "boom", block: testBlock(1), handler: "handleIt" };
    const before = served.state.current as ServedDeployment;
    served.state.current = { ...before, nonFatalErrors: async (limit) => (limit === 1000 ? [error] : []) };
    served.state.status = { ...SYNCED, nonFatalError: error };
    const answer = await ask(
      `{ indexingStatuses { health fatalError { message } nonFatalErrors { message handler block { number } } } }`,
    );
    served.state.current = before;
    served.state.status = SYNCED;
    const tolerated = { message: "boom", handler: "handleIt", block: { number: "1" } };
    expect(answer).toEqual({
      data: { indexingStatuses: [{ health: "unhealthy", fatalError: null, nonFatalErrors: [tolerated] }] },
    });
  });

  it("tells current and pending builds apart, and knows no other names", async () => {
    const query = `{
      current: indexingStatusForCurrentVersion(subgraphName: "music/live") { subgraph }
      pending: indexingStatusForPendingVersion(subgraphName: "music/live") { subgraph }
      other: indexingStatusForCurrentVersion(subgraphName: "other") { subgraph }
      others: indexingStatusesForSubgraphName(subgraphName: "other") { subgraph }
    }`;
    expect(await ask(query)).toEqual({
      data: { current: { subgraph: "QmTest" }, pending: null, other: null, others: [] },
    });
    const { current } = served.state;
    served.state.pending = current === null ? null : { ...current, manifest: { ...MANIFEST, deploymentId: "QmNext" } };
    const answer = await ask(query);
    served.state.pending = null;
    expect(answer).toMatchObject({ data: { current: { subgraph: "QmTest" }, pending: { subgraph: "QmNext" } } });
  });

  it("knows blocks, versions and unknown deployments", async () => {
    const { hash } = testBlock(5);
    const query = `{
      hash: blockHashFromNumber(network: "mainnet", blockNumber: 5)
      none: blockHashFromNumber(network: "mainnet", blockNumber: 6)
      blockData(network: "mainnet", blockHash: "${hash}")
      version { version }
      apiVersions(subgraphId: "QmTest") { version }
    }`;
    expect(await ask(query)).toEqual({
      data: {
        hash,
        none: null,
        blockData: { hash, transactions: [] },
        version: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
        apiVersions: [{ version: "1.0.0" }, { version: "1.1.0" }],
      },
    });
    expect(await ask(`{ blockHashFromNumber(network: "other", blockNumber: 5) }`)).toMatchObject({
      errors: [{ message: "network `other` is not indexed here, only mainnet" }],
    });
    expect(await ask(`{ apiVersions(subgraphId: "QmOther") { version } }`)).toMatchObject({
      errors: [{ message: "deployment `QmOther` does not exist" }],
    });
  });

  it("answers about its own schema as graphql-js does", async () => {
    const query = getIntrospectionQuery();
    expect(await ask(query)).toEqual(JSON.parse(JSON.stringify(graphqlSync({ schema: statusSchema, source: query }))));
    expect(await ask('{ __typename __type(name: "Version") { __typename name } version { __typename } }')).toEqual({
      data: {
        __typename: "Query",
        __type: { __typename: "__Type", name: "Version" },
        version: { __typename: "Version" },
      },
    });
  });

  it("refuses more than its answers take", async () => {
    const repeat = (count: number, part: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => part(n)).join(" ");
    const messageOf = async (query: string) =>
      ((await ask(query)) as { errors: { message: string }[] }).errors[0]?.message;
    expect(await messageOf(`{ ${repeat(400, (n) => `a${n}: __typename`)} }`)).toContain("more that 1000 tokens");
    expect(
      await messageOf(`{ ${repeat(21, (n) => `a${n}: blockHashFromNumber(network: "mainnet", blockNumber: ${n})`)} }`),
    ).toBe("query asks for more than 20 blocks of the chain: split the query");
    const levels = repeat(60, (n) => `fragment F${n} on __Schema { ...F${n + 1} ...F${n + 1} }`);
    expect(await ask(`{ __schema { ...F0 } } ${levels} fragment F60 on __Schema { queryType { name } }`)).toEqual({
      data: { __schema: { queryType: { name: "Query" } } },
    });
    expect(await messageOf("{".repeat(900))).toContain("Syntax Error");
  });
});
