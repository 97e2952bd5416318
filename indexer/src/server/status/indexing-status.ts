import type { Progress } from "../../runtime/progress.ts";
import type { BlockPointer, FatalError } from "../../store/store.ts";
import type { ServedDeployment } from "../served-subgraph.ts";

/** graph-node's value for a history that is never pruned: the largest 32-bit integer. */
const WHOLE_HISTORY = 2_147_483_647;
/** Name of this process in place of graph-node's node ids. */
const NODE = "default";
/** Most tolerated failures that are told. */
const MAX_ERRORS = 1000;

function blockAnswer(block: BlockPointer | null): object | null {
  return block === null ? null : { hash: block.hash, number: String(block.number) };
}

function errorAnswer({ block, handler, message }: FatalError): object {
  return { message, block: blockAnswer(block), handler, deterministic: true };
}

function healthOf({ nonFatalError, status }: Progress): string {
  if (status === "failed") return "failed";
  return nonFatalError === null ? "healthy" : "unhealthy";
}

/** A deployment's answer to the status API; what costs a query is only read when it is asked for. */
export function indexingStatus(deployment: ServedDeployment): object {
  const progress = deployment.status();
  const { chainHead, fatalError, head, status } = progress;
  const { deploymentId, network } = deployment.manifest;
  let count: Promise<string> | null = null;
  let errors: Promise<readonly object[]> | null = null;
  return {
    subgraph: deploymentId,
    synced: deployment.hasSynced(),
    health: healthOf(progress),
    fatalError: fatalError === null ? null : errorAnswer(fatalError),
    nonFatalErrors: () => {
      errors ??= deployment.nonFatalErrors(MAX_ERRORS).then((all) => all.map(errorAnswer));
      return errors;
    },
    chains: [
      {
        __typename: "EthereumIndexingStatus",
        network,
        chainHeadBlock: blockAnswer(chainHead),
        // graph-node does not know its hash either.
        earliestBlock: async () => ({ hash: "0x0", number: String(await deployment.earliestBlock()) }),
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
    historyBlocks: deployment.historyBlocks ?? WHOLE_HISTORY,
  };
}
