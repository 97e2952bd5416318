import { afterAll, beforeAll, expect, test } from "vitest";
import { cidOf, fileCid, type Gateway, rawCid, startGateway } from "../../test-subgraphs/support/start-gateway.ts";
import { createIpfsStore } from "./ipfs-store.ts";
import { writeBytesField, writeNumberField } from "./protobuf.ts";
import { DAG_PB, RAW, readUnixfs, writeUnixfsFile } from "./unixfs.ts";

const { signal } = new AbortController();
let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.close());

const read = (id: string, url = gateway.url) =>
  createIpfsStore(url)
    .read(id, signal)
    .then((content) => Buffer.from(content).toString());

test("a known file has the content id that `ipfs add` gives it", () => {
  expect(fileCid("hello world\n")).toBe("QmT78zSuBmuS4z925WZfrqQ1qHaJ56DQaTfyMUF7F8ff5o");
  expect(rawCid("hello world\n")).toBe("bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4");
});

test.for([
  ["a gateway", "", "GET /ipfs/"],
  ["a gateway with /ipfs", "/ipfs/", "GET /ipfs/"],
  ["the RPC API of a node", "/api/v0", "POST /api/v0/cat?arg="],
] as const)("%s is asked for a file", async ([, path, request]) => {
  const cid = rawCid("text");
  gateway.files.set(cid, Buffer.from("text"));
  expect(await read(`/ipfs/${cid}`, `${gateway.url}${path}`)).toBe("text");
  expect(gateway.requests.at(-1)).toBe(`${request}${cid}`);
});

test.for([
  ["raw", rawCid],
  ["UnixFS", fileCid],
] as const)("another content than that of a %s id is refused", async ([, id]) => {
  const cid = id("right");
  gateway.files.set(cid, Buffer.from("wrong"));
  await expect(read(cid)).rejects.toThrow();
  gateway.files.set(cid, Buffer.from("right"));
  expect(await read(cid)).toBe("right");
});

/** A UnixFS file of one node with links to `parts`. */
function tree(parts: readonly string[], data = ""): Uint8Array {
  const links = parts.map((part) =>
    writeBytesField(
      2,
      Buffer.concat([writeBytesField(1, cidOf(Buffer.from(part), RAW).bytes), writeNumberField(3, 9)]),
    ),
  );
  const unixfs = [
    writeNumberField(1, 2),
    ...(data === "" ? [] : [writeBytesField(2, Buffer.from(data))]),
    writeNumberField(3, data.length + parts.join("").length),
    ...parts.map((part) => writeNumberField(4, part.length)),
  ];
  return Buffer.concat([...links, writeBytesField(1, Buffer.concat(unixfs))]);
}

test("a file of several blocks is checked piece by piece against its root, which must be the one that is named", async () => {
  const root = tree(["first ", "second ", "third"]);
  const cid = cidOf(root, DAG_PB).toString();
  gateway.files.set(cid, Buffer.from("first second third"));
  await expect(read(cid)).rejects.toThrow("HTTP 404");
  gateway.blocks.set(cid, tree(["first ", "second ", "fourth"]));
  await expect(read(cid)).rejects.toThrow("has another hash");
  gateway.blocks.set(cid, root);
  expect(await read(cid)).toBe("first second third");
  gateway.files.set(cid, Buffer.from("first seconD third"));
  await expect(read(cid)).rejects.toThrow("has another hash");
  gateway.files.set(cid, Buffer.from("first second third and more"));
  await expect(read(cid)).rejects.toThrow("has another hash");
});

test("a file below a directory is checked from the directory on", async () => {
  const link = Buffer.concat([
    writeBytesField(1, cidOf(Buffer.from("leaf"), RAW).bytes),
    writeBytesField(2, Buffer.from("a.txt")),
  ]);
  const directory = Buffer.concat([writeBytesField(2, link), writeBytesField(1, writeNumberField(1, 1))]);
  const cid = cidOf(directory, DAG_PB).toString();
  gateway.blocks.set(cid, directory);
  gateway.files.set(`${cid}/a.txt`, Buffer.from("leaf"));
  expect(await read(`${cid}/a.txt`)).toBe("leaf");
  gateway.files.set(`${cid}/a.txt`, Buffer.from("lead"));
  await expect(read(`${cid}/a.txt`)).rejects.toThrow("has another hash");
  gateway.files.set(`${cid}/b.txt`, Buffer.from("leaf"));
  await expect(read(`${cid}/b.txt`)).rejects.toThrow('has no entry "b.txt"');
});

test("files beyond the limit are refused while they are read", async () => {
  const cid = rawCid("huge");
  gateway.files.set(cid, Buffer.alloc(26 * 1024 * 1024));
  await expect(read(cid)).rejects.toThrow("larger than the limit");
});

test("blocks that are no UnixFS nodes are refused, and empty files are files", () => {
  expect(() => readUnixfs(Buffer.from([0x0a, 0xff]))).toThrow("no UnixFS node");
  expect(() => readUnixfs(Buffer.from([0x0b]))).toThrow("no UnixFS node");
  expect(readUnixfs(writeUnixfsFile(new Uint8Array(0)))).toMatchObject({ isFile: true, links: [] });
});
