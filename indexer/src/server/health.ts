import type { Progress } from "../runtime/progress.ts";
import type { ServedDeployment, ServedSubgraph } from "./served-subgraph.ts";

/** Milliseconds for which the chain may be unreadable before the indexer counts as unhealthy. */
const PATIENCE_MS = 60_000;

/** What `/health` says, and the HTTP status that goes with it. */
export interface Health {
  readonly status: 200 | 503;
  readonly body: object;
}

function behind({ head, chainHead }: Progress): number | null {
  return head === null || chainHead === null ? null : Math.max(0, chainHead.number - head.number);
}

function describe({ manifest, status }: ServedDeployment): object {
  const progress = status();
  const { chainHead, fatalError, head, problem, startBlock } = progress;
  return {
    status: progress.status,
    deployment: manifest.deploymentId,
    head,
    chainHead,
    behind: behind(progress),
    startBlock,
    fatalError,
    problem,
  };
}

function isFine({ problemSince, status }: Progress, now: number): boolean {
  return status !== "failed" && (problemSince === null || now - problemSince < PATIENCE_MS);
}

/** How a subgraph is at `now` (Unix milliseconds): ill once it failed, or when its chain could not be read for a minute. */
export function healthOf(subgraph: ServedSubgraph, now: number): Health {
  const current = subgraph.current();
  const pending = subgraph.pending();
  const next = pending === null ? {} : { pending: describe(pending) };
  if (current === null) return { status: 503, body: { name: subgraph.name, status: "starting", ...next } };
  return {
    status: isFine(current.status(), now) ? 200 : 503,
    body: { name: subgraph.name, ...describe(current), ...next },
  };
}

/** Whether a subgraph has caught up with its chain and did not fail: what waits for its data may begin. */
export function readinessOf(subgraph: ServedSubgraph): Health {
  const current = subgraph.current();
  const ready = current?.hasSynced() === true && current.status().status !== "failed";
  return { status: ready ? 200 : 503, body: { ready } };
}
