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
  // Each of them waits by itself, so that the second tries may come apart.
  expect(await Promise.all(["a", "b"].map((method) => client.request(method, [])))).toEqual(["a", "b"]);
  expect(await Promise.all(["c", "d"].map((method) => client.request(method, [])))).toEqual(["c", "d"]);
  expect(bodies.at(0)).toHaveLength(2);
  expect(bodies.at(-1)).toHaveLength(2);
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

const all = (body: Request | Request[]) => (Array.isArray(body) ? body.map(echo) : echo(body));

test("an answer to another request is not taken for one to this", async () => {
  answer = (body, count) => [200, count === 1 ? { ...echo(body as Request), id: 4711, result: "wrong" } : all(body)];
  expect(await client.request("a", [])).toBe("a");
  answer = (body) => [200, { ...echo(body as Request), id: 4711 }];
  await expect(client.request("a", [], { attempts: 1 })).rejects.toThrow(
    /the answer is one to request 4711, not to \d+$/,
  );
});

test("in a batch, answers without their requests are asked for again", async () => {
  answer = (body, count) => [200, count === 1 ? [] : count === 2 ? [{ ...echo({ id: 99, method: "x" }) }] : all(body)];
  expect(await Promise.all(["a", "b"].map((method) => client.request(method, [])))).toEqual(["a", "b"]);
});

test("a page in place of an answer is met with another try", async () => {
  answer = (body, count) => [200, count === 1 ? "<html>all is well</html>" : all(body)];
  expect(await client.request("a", [])).toBe("a");
  answer = () => [200, "<html>all is well</html>"];
  await expect(client.request("a", [], { attempts: 1 })).rejects.toThrow(/answered HTTP 200 without JSON$/);
});

test.each([401, 403])("HTTP %i says what to do, and is not tried again", async (status) => {
  answer = () => [status, { jsonrpc: "2.0", id: 1, error: { code: -32600, message: "Must be authenticated!" } }];
  await expect(client.request("a", [])).rejects.toThrow(
    new RegExp(`answered HTTP ${status}. Check that the key in its address is right, in force and allows this.$`),
  );
  expect(bodies).toHaveLength(1);
});

test("a batch that is too large is sent in parts, and smaller ones from then on", async () => {
  answer = (body) => (Array.isArray(body) && body.length > 2 ? [413, "<html>too large</html>"] : [200, all(body)]);
  const methods = ["a", "b", "c", "d", "e"];
  expect(await Promise.all(methods.map((method) => client.request(method, [])))).toEqual(methods);
  const before = bodies.length;
  expect(await Promise.all(methods.map((method) => client.request(method, [])))).toEqual(methods);
  expect(bodies.slice(before).map((body) => (Array.isArray(body) ? body.length : 1))).toEqual([2, 2, 1]);
});

test("one request that is too large is told as that", async () => {
  answer = () => [413, "<html>too large</html>"];
  await expect(client.request("eth_getLogs", [], { attempts: 1 })).rejects.toMatchObject({
    tooLarge: true,
    code: null,
  });
});

test("a server that wants a pause gets one, however it says so", async () => {
  const busy = (code: number) => ({ jsonrpc: "2.0", id: null, error: { code, message: "slow down" } });
  const answers: (readonly [number, unknown])[] = [
    [429, "slow"],
    [429, busy(-32000)],
    [200, busy(-32005)],
    [200, busy(429)],
  ];
  answer = (body, count) => answers[count - 1] ?? [200, all(body)];
  expect(await client.request("a", [])).toBe("a");
  expect(bodies).toHaveLength(5);
});

test("a busy server's one answer to a batch does not mean that it takes none", async () => {
  const busy = { jsonrpc: "2.0", id: null, error: { code: -32005, message: "limit exceeded" } };
  answer = (body, count) => [200, count === 1 ? busy : all(body)];
  // Each of them waits by itself, so that the second tries may come apart.
  expect(await Promise.all(["a", "b"].map((method) => client.request(method, [])))).toEqual(["a", "b"]);
  expect(await Promise.all(["c", "d"].map((method) => client.request(method, [])))).toEqual(["c", "d"]);
  expect(bodies.at(0)).toHaveLength(2);
  expect(bodies.at(-1)).toHaveLength(2);
});

test("an error that is null is none, and one that is a text is no JSON-RPC", async () => {
  answer = (body) => [200, { ...echo(body as Request), error: null }];
  expect(await client.request("a", [])).toBe("a");
  answer = () => [404, { error: "no such project" }];
  await expect(client.request("a", [])).rejects.toThrow(/answered HTTP 404, but no JSON-RPC response$/);
});
