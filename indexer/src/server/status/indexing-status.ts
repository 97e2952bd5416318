import type { BlockPointer, FatalError } from "../../store/store.ts";
import type { ServedDeployment } from "../served-subgraph.ts";

/** graph-node's value for a history that is never pruned: the largest 32-bit integer. */
const WHOLE_HISTORY = 2_147_483_647;
/** Name of this process in place of graph-node's node ids. */
const NODE = "default";

function blockAnswer(block: BlockPointer | null): object | null {
  return block === null ? null : { hash: block.hash, number: String(block.number) };
}

function errorAnswer({ block, handler, message }: FatalError): object {
  return { message, block: blockAnswer(block), handler, deterministic: true };
}

/** Numbers of blocks before the first are not asked for: data begins where the first data source does, less one. */
function earliestBlock(startBlock: number): object {
  return { hash: "0x0", number: String(Math.max(0, startBlock - 1)) };
}

/** A deployment's answer to the status API; what costs a query is only read when it is asked for. */
export function indexingStatus(deployment: ServedDeployment): object {
  const { chainHead, fatalError, head, startBlock, status } = deployment.status();
  const { deploymentId, network } = deployment.manifest;
  let count: Promise<string> | null = null;
  return {
    subgraph: deploymentId,
    synced: deployment.hasSynced(),
    health: status === "failed" ? "failed" : "healthy",
    fatalError: fatalError === null ? null : errorAnswer(fatalError),
    nonFatalErrors: [],
    chains: [
      {
        __typename: "EthereumIndexingStatus",
        network,
        chainHeadBlock: blockAnswer(chainHead),
        earliestBlock: earliestBlock(startBlock),
        latestBlock: blockAnswer(head),
        lastHealthyBlock: status === "failed" ? blockAnswer(head) : null,
      },
    ],
    entityCount: () => {
      count ??= deployment.countEntities().then(String);
      return count;
    },
    node: NODE,
    paused: false,
    historyBlocks: WHOLE_HISTORY,
  };
}
