import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type FakeGraphNode, startFakeGraphNode } from "../support/fake-graph-node.ts";

const SUBGRAPH = join(import.meta.dirname, "..", "..");
const REGISTRY = "0xc469e7aE4aD962c30c7111dc580B4adbc7E914DD";
const SETTLEMENT = "0x43ca3D2C94be00692D207C6A1e60D8B325c6f12f";
/** A build takes a minute, several on a busy machine, in milliseconds. */
const BUILD_PATIENCE = 300_000;
/** A chain that nobody else builds for. */
const CHAIN = "11155111";

interface Run {
  readonly code: number | null;
  readonly said: string;
}

async function deploy(...args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [join(SUBGRAPH, "tools", "deploy", "deploy.ts"), ...args], {
    env: { ...process.env, PATH: `${join(process.execPath, "..")}:${process.env.PATH}`, GRAPH_DEPLOY_KEY: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, said: out + problems };
}

describe("deploy-subgraph", () => {
  let folder: string;
  let addresses: string;
  let node: FakeGraphNode;
  let run: Run;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "weft-deploy-"));
    addresses = join(folder, "sepolia.json");
    await writeFile(
      addresses,
      JSON.stringify({ chainId: Number(CHAIN), registry: REGISTRY, settlement: SETTLEMENT, block: 42 }),
    );
    node = await startFakeGraphNode();
    run = await deploy("--chain", CHAIN, "--addresses", addresses, "--node", node.url, "--ipfs", node.url);
  }, BUILD_PATIENCE);
  afterAll(async () => {
    await node.close();
    await rm(folder, { recursive: true });
    await rm(join(SUBGRAPH, "build", CHAIN), { recursive: true, force: true });
  });

  const uploadedManifest = () => {
    const hash = node.calls.find(({ method }) => method === "subgraph_deploy")?.params.ipfs_hash;
    return parse(node.files.get(String(hash))?.toString("utf8") ?? "");
  };

  test("creates the name and deploys to it, under the version's label", async () => {
    expect(run, run.said).toMatchObject({ code: 0 });
    const { version } = JSON.parse(await readFile(join(SUBGRAPH, "package.json"), "utf8"));
    expect(node.calls).toEqual([
      { method: "subgraph_create", params: { name: "weft" } },
      {
        method: "subgraph_deploy",
        params: expect.objectContaining({ name: "weft", version_label: `v${version}` }),
      },
    ]);
  });

  test("the manifest has the chain's name and the deployment's place", () => {
    const [registry, settlement] = uploadedManifest().dataSources;
    expect(registry.network).toBe("sepolia");
    expect(registry.source).toMatchObject({ address: REGISTRY, startBlock: 42 });
    expect(settlement.source).toMatchObject({ address: SETTLEMENT, startBlock: 42 });
  });

  test("everything else is, to the byte, what the local chain's build has", async () => {
    const { dataSources, templates, schema } = uploadedManifest();
    const bytesOf = (link: { "/": string }) => node.files.get(link["/"].replace("/ipfs/", ""));
    const local = parse(await readFile(join(SUBGRAPH, "build", "subgraph.yaml"), "utf8"));
    const localBytes = (file: string) => readFile(join(SUBGRAPH, "build", file));
    expect(bytesOf(schema.file)).toEqual(await localBytes(local.schema.file));
    const uploaded = [...dataSources, ...templates];
    const built = [...local.dataSources, ...local.templates];
    expect(uploaded.map(({ name }) => name)).toEqual(built.map(({ name }) => name));
    for (const [i, { mapping }] of uploaded.entries()) {
      expect(bytesOf(mapping.file)).toEqual(await localBytes(built[i].mapping.file));
      for (const [k, abi] of mapping.abis.entries()) {
        expect(bytesOf(abi.file)).toEqual(await localBytes(built[i].mapping.abis[k].file));
      }
    }
  });

  test("leaves no manifest behind", async () => {
    expect(await readdir(SUBGRAPH)).not.toContain(`subgraph.${CHAIN}.yaml`);
  });
});

describe("deploy-subgraph says what is wrong", () => {
  test.each([
    ["a chain that nobody deployed to", ["--chain", "10"], "Deploy the protocol to optimism first"],
    ["a chain without a name", ["--chain", "5"], 'Chain "5" has no name'],
    ["no chain", [], "--chain is missing"],
  ])("%s", async (_what, args, reason) => {
    const { code, said } = await deploy(...args);
    expect(said).toContain(reason);
    expect(code).toBe(1);
  });

  test("a node that is not there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "weft-deploy-"));
    const addresses = join(folder, "gnosis.json");
    await writeFile(addresses, JSON.stringify({ chainId: 100, registry: REGISTRY, settlement: SETTLEMENT, block: 42 }));
    const nowhere = "http://127.0.0.1:9";
    const { code, said } = await deploy(
      ...["--chain", "100", "--addresses", addresses, "--node", nowhere, "--ipfs", nowhere],
    );
    await rm(folder, { recursive: true });
    expect(said).toContain("There is no graph node's admin endpoint at http://127.0.0.1:9");
    expect(code).toBe(1);
  });
});
