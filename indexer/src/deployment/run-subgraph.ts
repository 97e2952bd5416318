import type { Logger } from "pino";
import { IndexerError } from "../errors/indexer-error.ts";
import type { Progress, ProgressTracker } from "../runtime/progress.ts";
import type { ServedSubgraph } from "../server/served-subgraph.ts";
import type { Build } from "./build.ts";
import { type DeploymentRun, type RunSetting, runDeployment } from "./run-deployment.ts";

/** A build that did not take over; the one before it is still there. */
export class RedeployError extends IndexerError {
  override name = "RedeployError";
}

/** A subgraph whose build can be replaced while it is served. */
export interface SubgraphRun extends ServedSubgraph {
  /** Progress of the deployment that answers, also after another one took over. */
  readonly progress: Pick<ProgressTracker, "read" | "onUpdate">;
  run(): DeploymentRun;
  /**
   * Begins to index another build, which takes over once it has caught up; resolves when it has. A build that is
   * already there is left alone: the result says whether anything changed.
   * @throws RedeployError when it fails, or is replaced by yet another build before.
   */
  replace(build: Build): Promise<boolean>;
  close(): Promise<void>;
}

/** A deployment on its way; `ending` aborts when it is given up. */
interface Pending {
  readonly run: DeploymentRun;
  readonly ending: AbortController;
}

/** Where a new deployment's wait for its turn ends: it may take over, or failed before. */
type Outcome = "ready" | "failed" | "ended";

/** Waits until a deployment has caught up or failed, or `signal` aborts. */
function outcomeOf({ hasSynced, progress }: DeploymentRun, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const check = (): void => {
      const failed = progress.read().status === "failed";
      if (!hasSynced() && !failed && !signal.aborted) return;
      unsubscribe();
      signal.removeEventListener("abort", check);
      resolve(signal.aborted ? "ended" : failed ? "failed" : "ready");
    };
    const unsubscribe = progress.onUpdate(check);
    signal.addEventListener("abort", check);
    check();
  });
}

/** Serves `first` under a name, and whatever replaces it. */
export function runSubgraph(name: string, setting: RunSetting, first: DeploymentRun, logger: Logger): SubgraphRun {
  const listeners = new Set<(progress: Progress) => void>();
  let current = first;
  let pending: Pending | null = null;
  let closed = false;
  /** Builds begin one after the other, in the order in which they came. */
  let beginning: Promise<unknown> = Promise.resolve();
  let unfollow = follow(first);

  function follow(run: DeploymentRun): () => void {
    return run.progress.onUpdate((progress) => {
      for (const listener of listeners) listener(progress);
    });
  }

  async function dropPending(): Promise<void> {
    const dropped = pending;
    pending = null;
    dropped?.ending.abort();
    await dropped?.run.close();
  }

  async function promote(run: DeploymentRun): Promise<void> {
    const before = current;
    unfollow();
    pending = null;
    current = run;
    unfollow = follow(run);
    for (const listener of listeners) listener(run.progress.read());
    logger.info({ deployment: run.build.manifest.deploymentId }, "new build took over");
    await before.close();
    await run.replaceOlder();
  }

  /** The deployment of a build that is not there yet; null when it is the one that answers. */
  async function begin(build: Build): Promise<Pending | null> {
    if (closed) throw new RedeployError("The indexer was closed.");
    const { deploymentId } = build.manifest;
    if (deploymentId === pending?.run.build.manifest.deploymentId) return pending;
    await dropPending();
    if (deploymentId === current.build.manifest.deploymentId) return null;
    pending = { run: await runDeployment(setting, build), ending: new AbortController() };
    logger.info({ deployment: deploymentId }, "new build is being indexed, it takes over once it has caught up");
    return pending;
  }

  async function conclude(run: DeploymentRun, outcome: Outcome): Promise<void> {
    const { deploymentId } = run.build.manifest;
    if (closed) throw new RedeployError("The indexer was closed.");
    if (outcome === "ended") {
      throw new RedeployError(`Build ${deploymentId} was replaced by another before it caught up.`);
    }
    if (outcome === "failed" && current.progress.read().status !== "failed") {
      const { fatalError, problem } = run.progress.read();
      const reason = fatalError?.message ?? problem ?? "unknown";
      logger.error({ deployment: deploymentId, reason }, "new build failed, the one before still answers");
      throw new RedeployError(`Build ${deploymentId} failed, the one before still answers: ${reason}`);
    }
    // Whoever else waited for the same build finds it in place.
    if (current !== run) await promote(run);
  }

  return {
    name,
    progress: {
      read: () => current.progress.read(),
      onUpdate(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    current: () => current.served(),
    pending: () => pending?.run.served() ?? null,
    run: () => current,
    async replace(build) {
      const began = beginning.then(() => begin(build));
      beginning = began.catch(() => undefined);
      const next = await began;
      if (next === null) return false;
      const outcome = await outcomeOf(next.run, next.ending.signal);
      await conclude(next.run, outcome);
      return true;
    },
    async close() {
      closed = true;
      unfollow();
      await Promise.all([dropPending(), current.close()]);
    },
  };
}
