import { QueryError } from "../../graphql/query-error.ts";
import { VERSION } from "../../version.ts";
import type { ServedDeployment, ServedSubgraph } from "../served-subgraph.ts";
import { indexingStatus } from "./indexing-status.ts";
import { subgraphFeatures } from "./subgraph-features.ts";

/** What the status API reads from the chain itself. */
export interface StatusChain {
  /** Null when the chain has no such block. */
  blockHash(number: number): Promise<string | null>;
  /** The JSON-RPC server's own block, with transactions. */
  block(hash: string): Promise<unknown>;
}

/** The root of the status API for one request: a deployment is described once, however often it is asked for. */
export function statusRoot(subgraph: ServedSubgraph, chain: StatusChain): object {
  const described = new Map<ServedDeployment, object>();
  const current = subgraph.current();
  const pending = subgraph.pending();
  const all = [current, pending].filter((deployment) => deployment !== null);

  function describe(deployment: ServedDeployment | null): object | null {
    if (deployment === null) return null;
    const known = described.get(deployment) ?? indexingStatus(deployment);
    described.set(deployment, known);
    return known;
  }

  function find(id: string): ServedDeployment {
    const found = all.find((deployment) => deployment.manifest.deploymentId === id);
    if (found !== undefined) return found;
    throw new QueryError(`deployment \`${id}\` does not exist`);
  }

  function assertNetwork(network: string): void {
    const known = all.map((deployment) => deployment.manifest.network);
    if (!known.includes(network)) {
      throw new QueryError(`network \`${network}\` is not indexed here, only ${known.join(", ")}`);
    }
  }

  const isNamed = ({ subgraphName }: { subgraphName: string }): boolean => subgraphName === subgraph.name;
  return {
    indexingStatusForCurrentVersion: (args: { subgraphName: string }) => (isNamed(args) ? describe(current) : null),
    indexingStatusForPendingVersion: (args: { subgraphName: string }) => (isNamed(args) ? describe(pending) : null),
    indexingStatusesForSubgraphName: (args: { subgraphName: string }) => (isNamed(args) ? all.map(describe) : []),
    indexingStatuses: ({ subgraphs }: { subgraphs?: readonly string[] | null }) =>
      all.filter(({ manifest }) => subgraphs?.includes(manifest.deploymentId) ?? true).map(describe),
    subgraphFeatures: ({ subgraphId }: { subgraphId: string }) => subgraphFeatures(find(subgraphId).manifest),
    async blockHashFromNumber({ network, blockNumber }: { network: string; blockNumber: number }) {
      assertNetwork(network);
      return blockNumber < 0 ? null : chain.blockHash(blockNumber);
    },
    async blockData({ network, blockHash }: { network: string; blockHash: unknown }) {
      assertNetwork(network);
      if (typeof blockHash === "string" && /^0x[0-9a-fA-F]{64}$/.test(blockHash)) return chain.block(blockHash);
      throw new QueryError("`blockHash` must be 0x and 64 hex digits");
    },
    version: { version: VERSION, commit: "" },
    apiVersions: ({ subgraphId }: { subgraphId: string }) => {
      find(subgraphId);
      return [{ version: "1.0.0" }, { version: "1.1.0" }];
    },
  };
}
