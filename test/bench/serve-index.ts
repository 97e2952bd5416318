import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { LargeGraph, MadeHolding, MadeToken } from "./large-graph.ts";

const BLOCK = { number: 1_000_000, timestamp: 1_795_000_000 };

/** What answers in place of an index and a chain. */
export interface ServedIndex {
  readonly graphqlUrl: string;
  readonly rpcUrl: string;
  close(): Promise<void>;
}

/** A question to an index, or to a chain. */
export interface Question {
  readonly query?: string;
  readonly variables?: {
    readonly after?: string;
    readonly first?: number;
    readonly ids?: readonly string[];
    readonly wallets?: readonly string[];
  };
  readonly id?: number;
  readonly method?: string;
}

/** Answers the graph page's questions about a made-up graph, and a chain's about its newest block. */
export async function serveIndex(graph: LargeGraph): Promise<ServedIndex> {
  const answer = createAnswer(graph);
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "content-type");
    response.setHeader("content-type", "application/json");
    if (request.method !== "POST") {
      response.end();
      return;
    }
    void readJson(request).then((question) => response.end(JSON.stringify(answer(question))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    graphqlUrl: `http://127.0.0.1:${port}/graphql`,
    rpcUrl: `http://127.0.0.1:${port}/rpc`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readJson(request: IncomingMessage): Promise<Question> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8")) as Question;
}

/** Answers questions about a made-up graph as an index and a chain would: those that the graph page asks. */
export function createAnswer({ tokens, holdings }: LargeGraph): (question: Question) => unknown {
  const supply = new Map<string, bigint>();
  for (const { token, balance } of holdings) supply.set(token, (supply.get(token) ?? 0n) + balance);
  const isToken = new Set<string>(tokens.map(({ id }) => id));
  const byId = [...tokens].sort((a, b) => (a.id < b.id ? -1 : 1));
  const people = byId.filter(({ person }) => person !== undefined).map((token) => tokenRow(token, supply));
  const networks = byId.filter(({ person }) => person === undefined).map((token) => tokenRow(token, supply));
  const held = holdings.map((holding) => holdingRow(holding, isToken.has(holding.holder)));
  const meta = { block: BLOCK, hasIndexingErrors: false };
  const protocol = {
    registry: `0x${"01".repeat(20)}`,
    currency: `0x${"00".repeat(20)}`,
    currencySymbol: null,
    currencyDecimals: 18,
    holderCount: holdings.length,
    personalTokenCount: people.length,
    networkTokenCount: networks.length,
    totalRealized: "0",
    totalIncome: "0",
    totalClaimed: "0",
  };
  const personOf = new Map(people.map(({ id, person }) => [person?.id, id]));
  const around = (ids: ReadonlySet<string>) => ({
    owners: held
      .filter(({ token }) => ids.has(token.id))
      .slice(0, 1_000)
      .map(withPerson),
    owned: held
      .filter(({ holder }) => ids.has(holder.id))
      .slice(0, 1_000)
      .map(withPerson),
    personalTokens: people.filter(({ id, person }) => ids.has(id) || ids.has(person?.id ?? "")),
    networkTokens: networks.filter(({ id }) => ids.has(id)),
  });
  const withPerson = (row: (typeof held)[number]) => {
    const token = personOf.get(row.holder.id);
    return { ...row, holder: { ...row.holder, personalToken: token ? { id: token } : null } };
  };
  return ({ query, variables, id, method }) => {
    if (method !== undefined) return { jsonrpc: "2.0", id, result: method === "eth_chainId" ? "0x7a69" : "0xf4240" };
    if (query?.includes("query Neighbours") || query?.includes("query TokensById")) {
      return { data: around(new Set([...(variables?.ids ?? []), ...(variables?.wallets ?? [])])) };
    }
    const after = variables?.after ?? "";
    const page = <Row extends { id: string }>(rows: readonly Row[]) => {
      const start = after === "" ? 0 : rows.findIndex((row) => row.id > after);
      return start < 0 ? [] : rows.slice(start, start + (variables?.first ?? 1_000));
    };
    return {
      data: {
        _meta: meta,
        protocols: [protocol],
        personalTokens: page(people),
        networkTokens: page(networks),
        holdings: page(held),
        equityTokens: [{ id: networks.at(-1)?.id, createdAtBlock: "1", createdAt: "1700000000" }],
        ...(query?.includes("NextChange") ? { stakes: [], unstakes: [], issuances: [] } : {}),
      },
    };
  };
}

function tokenRow(token: MadeToken, supply: ReadonlyMap<string, bigint>) {
  const shares = String(supply.get(token.id) ?? 0n);
  return {
    id: token.id,
    name: token.name,
    symbol: token.symbol,
    metadata: null,
    totalSupply: shares,
    eligibleSupply: shares,
    treasuryHeld: "0",
    incomePerShare: "0",
    streamLeft: "0",
    streamEnd: "0",
    lastAccrual: "0",
    totalIncome: String(token.income),
    totalHarvested: "0",
    totalClaimed: "0",
    holderCount: 1,
    createdAt: "1700000000",
    ...(token.person
      ? { totalRealized: String(token.income), person: { id: token.person } }
      : { person: undefined, founded: true, foundingEnds: "1700000000", memberCount: 0 }),
  };
}

function holdingRow({ id, token, holder, balance }: MadeHolding, treasury: boolean) {
  return {
    id,
    token: { id: token },
    holder: { id: holder },
    class: treasury ? "TREASURY" : "WALLET",
    balance: String(balance),
    debt: "0",
    claimed: "0",
  };
}
