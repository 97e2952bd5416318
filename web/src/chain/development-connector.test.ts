import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createConfig, createStorage, http } from "wagmi";
import { connect, disconnect, reconnect, sendTransaction } from "wagmi/actions";
import { chain } from "./chain.ts";
import { developmentConnector, isDevelopmentConnector, restoredDevelopmentAccount } from "./development-connector.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const STRANGER = "0x00000000000000000000000000000000000000bb";
const HASH = `0x${"ab".repeat(32)}`;

let server: Server;
let rpcUrl: string;
let asked: { method: string; params?: unknown }[];

/** A chain with one unlocked account. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  eth_chainId: "0x7a69",
  eth_accounts: [ADA],
  eth_sendTransaction: HASH,
};

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const { id, method, params } = JSON.parse(body);
      asked.push({ method, params });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ jsonrpc: "2.0", id, result: ANSWERS[method] ?? null }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  rpcUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

/** The page as it is after a load: what was stored is there, nothing else. */
function load(storage: ReturnType<typeof memory>, address: `0x${string}` = ADA) {
  return createConfig({
    chains: [chain],
    connectors: [developmentConnector({ address, rpcUrl, name: "Ada" })],
    storage: createStorage({ storage, key: "weft" }),
    transports: { [chain.id]: http(rpcUrl) },
  });
}

function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (!first) throw new Error("The list is empty.");
  return first;
}

test("the chain's own RPC signs for the account", async () => {
  const config = load(memory());
  const { accounts, chainId } = await connect(config, { connector: only(config.connectors) });
  expect(accounts.map((account) => account.toLowerCase())).toEqual([ADA]);
  expect(chainId).toBe(31_337);
  await expect(sendTransaction(config, { to: STRANGER, value: 5n, gas: 21_000n })).resolves.toBe(HASH);
  const sent = asked.find(({ method }) => method === "eth_sendTransaction")?.params as [
    { from: string; value: string },
  ];
  expect(sent[0].from.toLowerCase()).toBe(ADA);
  expect(sent[0].value).toBe("0x5");
});

test("a reload stays connected", async () => {
  const storage = memory();
  const before = load(storage);
  await connect(before, { connector: only(before.connectors) });
  expect(restoredDevelopmentAccount(storage, "weft")).toBe(ADA);
  const after = load(storage);
  await reconnect(after);
  expect(after.state.status).toBe("connected");
});

test("a reload after leaving on purpose stays away, until the account is chosen again", async () => {
  const storage = memory();
  const before = load(storage);
  await connect(before, { connector: only(before.connectors) });
  await disconnect(before);
  const after = load(storage);
  await reconnect(after);
  expect(after.state.status).toBe("disconnected");
  await connect(after, { connector: only(after.connectors) });
  const later = load(storage);
  await reconnect(later);
  expect(later.state.status).toBe("connected");
});

test("an account that the chain does not sign for is not restored", async () => {
  const config = load(memory(), STRANGER);
  expect(await only(config.connectors).isAuthorized()).toBe(false);
});

test("a chain that does not answer restores nobody, and a later reload does", async () => {
  const storage = memory();
  const before = load(storage);
  await connect(before, { connector: only(before.connectors) });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  const without = load(storage);
  await reconnect(without);
  expect(without.state.status).toBe("disconnected");
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const after = load(storage);
  await reconnect(after);
  expect(after.state.status).toBe("connected");
});

test("only a development account's id restores one", () => {
  const stored = (value: string | null) => restoredDevelopmentAccount({ getItem: () => value }, "weft");
  expect(stored(null)).toBeUndefined();
  expect(stored('"injected"')).toBeUndefined();
  expect(stored('"development-nobody"')).toBeUndefined();
  expect(stored(`"development-${ADA}"`)).toBe(ADA);
  expect(isDevelopmentConnector("injected")).toBe(false);
  expect(isDevelopmentConnector(undefined)).toBe(false);
  expect(isDevelopmentConnector(`development-${ADA}`)).toBe(true);
});
