import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRpcClient, type RpcClient } from "./rpc-client.ts";

interface Request {
  readonly id: number;
  readonly method: string;
}

let server: Server;
let client: RpcClient;
/** Bodies received, and what to answer: HTTP status and JSON. */
let bodies: (Request | Request[])[];
let answer: (body: Request | Request[], count: number) => readonly [number, unknown];

beforeEach(async () => {
  bodies = [];
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as Request | Request[];
    bodies.push(body);
    const [status, json] = answer(body, bodies.length);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof json === "string" ? json : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = createRpcClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterEach(async () => {
  client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const echo = (request: Request) => ({ jsonrpc: "2.0", id: request.id, result: request.method });

test("requests of one moment share a POST, and answers may come in any order", async () => {
  answer = (body) => [200, Array.isArray(body) ? body.map(echo).reverse() : echo(body)];
  const results = await Promise.all(["a", "b", "c"].map((method) => client.request(method, [])));
  expect(results).toEqual(["a", "b", "c"]);
  expect(bodies).toHaveLength(1);
  expect(client.requestCount()).toBe(3);
});

test("a server that takes no batches is asked one by one", async () => {
  answer = (body) => [200, Array.isArray(body) ? { id: null, error: { code: -32600, message: "no" } } : echo(body)];
  expect(await Promise.all(["a", "b"].map((method) => client.request(method, [])))).toEqual(["a", "b"]);
  expect(await Promise.all(["c", "d"].map((method) => client.request(method, [])))).toEqual(["c", "d"]);
  expect(bodies.filter(Array.isArray)).toHaveLength(1);
});

test("a failure that may pass is tried again", async () => {
  answer = (body, count) => (count === 1 ? [503, "busy"] : [200, Array.isArray(body) ? body.map(echo) : echo(body)]);
  expect(await client.request("a", [])).toBe("a");
  expect(bodies).toHaveLength(2);
});

test("a server that is busy once is given batches again", async () => {
  const busy = { id: null, error: { code: 429, message: "too many requests" } };
  answer = (body, count) => (count === 1 ? [429, busy] : [200, Array.isArray(body) ? body.map(echo) : echo(body)]);
  expect(await Promise.all(["a", "b"].map((method) => client.request(method, [])))).toEqual(["a", "b"]);
  expect(bodies.map((body) => Array.isArray(body))).toEqual([true, true]);
});

test("a server's error is told at once, with code and data", async () => {
  answer = (body) => [
    200,
    { id: (body as Request).id, error: { code: 3, message: "execution reverted", data: "0x01" } },
  ];
  await expect(client.request("eth_call", [])).rejects.toMatchObject({
    message: "RPC request eth_call failed: execution reverted (code 3)",
    code: 3,
    data: "0x01",
    retryable: false,
  });
  expect(bodies).toHaveLength(1);
});

test("an answer without JSON names server and status", async () => {
  answer = () => [404, "<html>"];
  await expect(client.request("a", [])).rejects.toThrow(
    /^RPC request a failed: http:\S+ answered HTTP 404 without JSON$/,
  );
});
