import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { readManifest } from "./read-manifest.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "manifest-"));
  await cp(dirname(builtManifest("factory")), folder, { recursive: true });
  path = join(folder, "subgraph.yaml");
});

afterEach(() => rm(folder, { recursive: true }));

/** Replaces text that must be in the manifest. */
async function change(before: string, after: string): Promise<void> {
  const source = await readFile(path, "utf8");
  expect(source).toContain(before);
  await writeFile(path, source.replace(before, after));
}

test("reads what graph build wrote", async () => {
  const manifest = await readManifest(path);
  expect(manifest).toMatchObject({ specVersion: "1.3.0", network: "localhost" });
  expect(manifest.deploymentId).toMatch(/^weft-[0-9a-f]{64}$/);
  expect(manifest.dataSources).toMatchObject([
    {
      name: "Factory",
      address: "0x5fbdb2315678afecb367f032d93f642f64180aa3",
      startBlock: 1,
      endBlock: null,
      apiVersion: { patch: 9 },
    },
  ]);
  expect(manifest.dataSources[0]?.context.get("bar")).toEqual({ type: "Int", data: "1" });
  const child = manifest.templates.get("Child");
  expect(child?.eventHandlers.map(({ handler, receipt }) => [handler, receipt])).toEqual([
    ["handlePing", false],
    ["handleShapes", true],
  ]);
});

test("the deployment id depends on every file and on nothing else", async () => {
  const { deploymentId } = await readManifest(builtManifest("factory"));
  expect((await readManifest(path)).deploymentId).toBe(deploymentId);
  await writeFile(join(folder, "schema.graphql"), "type A @entity { id: ID! }");
  expect((await readManifest(path)).deploymentId).not.toBe(deploymentId);
});

test("addresses without quotes, topic filters and declared calls", async () => {
  await change('"0x5FbDB2315678afecb367f032d93F642f64180aa3"', "0x5FbDB2315678afecb367f032d93F642f64180aa3");
  await change(
    "handler: handleCommand",
    'handler: handleCommand\n          topic1: ["0x1", "0x02"]\n          calls:\n            f: Factory[event.address].count()',
  );
  const [source] = (await readManifest(path)).dataSources;
  expect(source?.address).toBe("0x5fbdb2315678afecb367f032d93f642f64180aa3");
  const word = (digit: string) => `0x${digit.padStart(64, "0")}`;
  expect(source?.eventHandlers[1]?.topicFilters).toEqual([[word("1"), word("2")], null, null]);
});

test("block handlers", async () => {
  await change(
    "      eventHandlers:",
    "      blockHandlers:\n        - handler: a\n          filter:\n            kind: polling\n            every: 3\n        - handler: b\n          filter:\n            kind: once\n      eventHandlers:",
  );
  const [source] = (await readManifest(path)).dataSources;
  expect(source?.blockHandlers).toEqual([
    { handler: "a", filter: { kind: "polling", every: 3 } },
    { handler: "b", filter: { kind: "once" } },
  ]);
});

test.for([
  ["specVersion: 1.3.0", "specVersion: 1.4.0", "specVersion: specVersion 1.4.0 (above 1.3.0) is not supported"],
  ["apiVersion: 0.0.9", "apiVersion: 0.0.5", "mapping.apiVersion: apiVersion 0.0.5 (supported: 0.0.6 to 0.0.9)"],
  ["kind: ethereum\n", "kind: subgraph\n", 'dataSources[0].kind: A data source of kind "subgraph" is not supported'],
  ["indexerHints:", "features: [fast]\nindexerHints:", 'features[0]: unknown feature "fast"'],
  ["indexerHints:", "features: [grafting]\nindexerHints:", "graft: Grafting is not supported"],
  ["indexerHints:", "graft: {base: Qm, block: 1}\nindexerHints:", "graft: Grafting is not supported"],
  [
    "      eventHandlers:",
    "      callHandlers:\n        - {function: create(uint256), handler: h}\n      eventHandlers:",
    'no function in the ABI matches "create(uint256)"; the ABI has create(string).',
  ],
  [
    "      eventHandlers:",
    "      blockHandlers:\n        - {handler: h, filter: {kind: never}}\n      eventHandlers:",
    'blockHandlers[0].filter: unknown block filter "never"',
  ],
  ["file: Factory/Factory.wasm", "file: ./src/factory.ts", '"./src/factory.ts" is not compiled. Run graph build'],
  ["file: Factory/Factory.wasm", "file: missing.wasm", 'cannot read "missing.wasm"'],
  ["Created(indexed address,string)", "Created(address,indexed string)", "the ABI has Created(indexed address,string)"],
  ["Created(indexed address,string)", "Made(address)", "no event of that name"],
  ["startBlock: 1", "startBlock: -1", 'dataSources[0].source.startBlock: expected a whole number, found "-1"'],
  ["startBlock: 1", "startBlock: 5\n      endBlock: 4", "endBlock 4 is before startBlock 5"],
  ["type: Int\n", "type: Float\n", 'context.bar.type: unknown type "Float"'],
  ["      abi: Factory", "      abi: Nothing", 'no ABI named "Nothing" among mapping.abis'],
] as const)("%s → %s is refused", async ([before, after, message]) => {
  await change(before, after);
  await expect(readManifest(path)).rejects.toThrow(message);
});

test("an event without indexed marks is the only one of its name", async () => {
  await change("Created(indexed address,string)", "Created(address,string)");
  const [source] = (await readManifest(path)).dataSources;
  expect(source?.eventHandlers[0]?.event.inputs[0]).toMatchObject({ indexed: true });
});

test("a missing manifest says what to do", async () => {
  await expect(readManifest(join(folder, "nothing.yaml"))).rejects.toThrow("Run graph build");
});
