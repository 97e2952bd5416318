import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Deployment } from "@weft/abis";
import { startIndexer } from "@weft/indexer";
import { createSession } from "../actions/session.ts";
import { createChainClient } from "../chain/chain-client.ts";
import { startChain } from "../chain/start-chain.ts";
import { deployLocally } from "../deploy/deploy-locally.ts";
import { writeDeployment } from "../deploy/write-deployment.ts";
import { fromRoot } from "../paths.ts";
import { ensureApiTypes } from "../setup/ensure-api-types.ts";
import { ensureContracts } from "../setup/ensure-contracts.ts";
import { ensureSubgraph } from "../setup/ensure-subgraph.ts";
import { placeManifest } from "../setup/place-manifest.ts";
import { FULL_STORY } from "../story/full-story.ts";
import { daysOf, playStory } from "../story/play-story.ts";
import type { Story } from "../story/story-types.ts";
import { TRIO_STORY } from "../story/trio-story.ts";
import { type Closer, createCloser } from "./create-closer.ts";
import { requireFreePort } from "./require-free-port.ts";
import { serveWeb } from "./serve-web.ts";
import type { Progress, StackOptions, StoryName } from "./stack-options.ts";

const SECONDS_PER_DAY = 86_400;
/** Asked only for metadata that somebody puts on IPFS: nothing of the stories is there. */
const PUBLIC_GATEWAY = "https://ipfs.io/ipfs";
/** Milliseconds that the index may take: seconds by itself, minutes on a machine that is busy otherwise. */
const INDEX_TIMEOUT_MS = 600_000;
/** What votes count as a day: a proposal opens after a minute, its vote takes three, its terms open two later. */
const SECONDS_PER_VOTING_DAY = 60;
/** What the story's own blocks may take beyond its days. */
const SPARE_SECONDS = 600;

const STORIES: Readonly<Record<StoryName, Story>> = {
  full: FULL_STORY,
  trio: TRIO_STORY,
  none: { people: {}, networks: {}, steps: [] },
};

/** A running stack. */
export interface Stack {
  readonly rpcUrl: string;
  readonly graphqlUrl: string;
  /** Where the dApp is, if it was asked for. */
  readonly webUrl?: string;
  readonly deployment: Deployment;
  /** Stops everything; done when no process and no port is left. */
  close(): Promise<void>;
}

/**
 * Starts the whole system on this machine: a fresh chain with the protocol and a story on it, the index, and the dApp
 * if asked for. Builds first what is stale. When a part fails, the parts before it are put away.
 *
 * @throws PortTakenError, CommandFailedError or the failing part's own error.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const closer = createCloser();
  try {
    return await startParts(options, closer);
  } catch (error) {
    await closer.close();
    throw error;
  }
}

async function startParts(options: StackOptions, closer: Closer): Promise<Stack> {
  const { signal } = options;
  await requirePorts(options);
  await during(options, "build", () => buildParts(options));
  const story = STORIES[options.story ?? "full"];
  const { rpcUrl, deployment } = await startChainWith(story, options, closer);

  const graphqlUrl = await during(options, "index", async (tell) => {
    const manifest = await placeManifest(deployment);
    // In memory, as the chain is: neither outlives the other.
    const { graphqlPort: port = 0, ipfs = PUBLIC_GATEWAY } = options;
    const indexer = await startIndexer({ manifest, rpc: rpcUrl, name: "weft", port, ipfs });
    closer.add(() => indexer.close());
    await indexer.sync({ timeout: INDEX_TIMEOUT_MS });
    tell(`${indexer.status().head?.number ?? 0} blocks`);
    return indexer.url;
  });
  signal?.throwIfAborted();

  if (!options.web) return { rpcUrl, graphqlUrl, deployment, close: closer.close };
  const webUrl = await during(options, "web", async () => {
    const outDir = options.webDir ?? (await createWebDir(closer));
    const web = await serveWeb({ rpcUrl, graphqlUrl, port: options.webPort ?? 0, outDir, env: options.webEnv, signal });
    closer.add(() => web.close());
    return web.url;
  });
  signal?.throwIfAborted();
  return { rpcUrl, graphqlUrl, webUrl, deployment, close: closer.close };
}

/** A chain with the protocol and the story on it, whose history ends at the present. */
async function startChainWith(
  story: Story,
  options: StackOptions,
  closer: Closer,
): Promise<{ rpcUrl: string; deployment: Deployment }> {
  const { rpcPort, currency = "native", signal } = options;
  const { rpcUrl } = await during(options, "chain", async () => {
    const days = daysOf(story, SECONDS_PER_VOTING_DAY);
    const genesisTime = Math.floor(Date.now() / 1000) - Math.ceil(days * SECONDS_PER_DAY) - SPARE_SECONDS;
    const chain = await startChain({ genesisTime, ...(rpcPort !== undefined && { port: rpcPort }) });
    closer.add(() => chain.close());
    return chain;
  });
  signal?.throwIfAborted();
  const deployment = await during(options, "contracts", async () => {
    const client = createChainClient(rpcUrl);
    const deployed = await deployLocally(client, { secondsPerDay: SECONDS_PER_VOTING_DAY, currency });
    await writeDeployment(deployed);
    return deployed;
  });
  await during(options, "story", async (tell) => {
    await playStory(createSession(rpcUrl, deployment), story, () => signal?.throwIfAborted());
    const { people, networks } = story;
    tell(`${Object.keys(people).length} people, ${Object.keys(networks).length} networks`);
  });
  return { rpcUrl, deployment };
}

/** Builds what is stale of what the stack needs. */
async function buildParts({ web, signal }: StackOptions): Promise<void> {
  await ensureContracts(signal);
  await ensureSubgraph(signal);
  if (web) await ensureApiTypes(signal);
}

async function requirePorts({ rpcPort, graphqlPort, webPort, web }: StackOptions): Promise<void> {
  if (rpcPort) await requireFreePort({ port: rpcPort, purpose: "the local chain", variable: "RPC_PORT" });
  if (graphqlPort) await requireFreePort({ port: graphqlPort, purpose: "the index", variable: "GRAPHQL_PORT" });
  if (web && webPort) await requireFreePort({ port: webPort, purpose: "the dApp", variable: "PORT" });
}

async function createWebDir(closer: Closer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "weft-web-"));
  closer.add(() => rm(folder, { recursive: true, force: true }));
  return relative(fromRoot(), folder);
}

/** Runs a stage and tells when it begins and ends. */
async function during<T>(
  { onProgress }: StackOptions,
  stage: Progress["stage"],
  run: (tell: (detail: string) => void) => Promise<T>,
): Promise<T> {
  let detail: string | undefined;
  onProgress?.({ stage, state: "begun" });
  const result = await run((text) => {
    detail = text;
  });
  onProgress?.({ stage, state: "done", ...(detail !== undefined && { detail }) });
  return result;
}
