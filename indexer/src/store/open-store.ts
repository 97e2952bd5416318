import type { Logger } from "pino";
import type { SchemaModel } from "../schema/model.ts";
import { analyzeTables } from "./analyze.ts";
import * as bookkeeping from "./bookkeeping.ts";
import { createChangeCount } from "./change-count.ts";
import { commitBlocks, tableOf } from "./commit.ts";
import { queryIndexDdl } from "./create-schema.ts";
import type { SqlDriver, SqlSession } from "./driver.ts";
import type { Layout } from "./layout.ts";
import { readErrors } from "./non-fatal-errors.ts";
import { firstQueryable, type OpenDeployment, openDeployment, replaceOlder } from "./open-deployment.ts";
import { type DatabaseChoice, openDriver } from "./open-driver.ts";
import { createPlace } from "./place.ts";
import { createPruner } from "./prune.ts";
import { findEntities, readEntities } from "./read-entities.ts";
import { revertBlocks } from "./revert.ts";
import type { DeploymentIdentity, Store, StoredBlock } from "./store.ts";

/** What `openStore` needs. */
export interface OpenStoreOptions {
  readonly schema: SchemaModel;
  readonly identity: DeploymentIdentity;
  /** Name of the subgraph, of which the deployment becomes the current one by `QueryableStore.replaceOlder`. */
  readonly name: string;
  readonly database: DatabaseChoice;
  /** First block that the subgraph wants. */
  readonly startBlock: number;
  /** Blocks of history to keep for queries and reverts; null keeps all. */
  readonly historyBlocks: number | null;
  readonly logger: Logger;
  /** Milliseconds after which a server ends a statement of a query; without it, 30,000. */
  readonly queryTimeoutMs?: number;
}

/** A store that queries can be run against. */
export interface QueryableStore extends Store {
  readonly identity: DeploymentIdentity;
  readonly layout: Layout;
  /** Whether the store already held this deployment when it was opened. */
  readonly resumed: boolean;
  /** Whether commits, and other queries, wait until `query` is done, and nothing ends a statement but itself: so it is in this process. */
  readonly isExclusive: boolean;
  /** Runs `work` on one unchanging state of the store. */
  query<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** The same number as before only when what queries see has not changed; null while it may be changing. */
  changeCount(): number | null;
  /** Runs a query of one statement, which needs no transaction; texts that come `again` may be kept prepared. */
  readonly queryOnce: (again: boolean) => SqlSession["query"];
  /** Makes this the current deployment of its name and drops those that the name used before and no process works with. */
  replaceOlder(): Promise<void>;
  /** Resolves when no history is being deleted, which happens beside commits. */
  pruned(): Promise<void>;
}

/**
 * Opens the deployment's store, empty when the deployment, chain or genesis is none that was stored before.
 * Throws `StoreError` when another process uses the directory or the deployment, or a server does not suit; `SqlError` when the
 * database cannot be opened, `DatabaseUnavailableError` when its server cannot be reached.
 */
export async function openStore(options: OpenStoreOptions): Promise<QueryableStore> {
  const { schema, identity, database, logger } = options;
  const { driver, shown } = await openDriver(database, options.queryTimeoutMs);
  try {
    const deployment = await openDeployment(driver, schema, identity, options);
    const { resumed, layout } = deployment;
    logger.info({ deployment: identity.deploymentId, database: shown, schema: layout.schema, resumed }, "store opened");
    const store = createStore(driver, deployment, options);
    await store.resume();
    return store;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Everything written counts: bookkeeping is seen by queries as well. */
function createStore(
  plainDriver: SqlDriver,
  { layout, release, resumed, site }: OpenDeployment,
  { historyBlocks, identity, logger, name, startBlock }: OpenStoreOptions,
): QueryableStore {
  const listeners = new Set<(head: StoredBlock | null) => void>();
  const notify = (head: StoredBlock | null): void => {
    for (const listener of listeners) listener(head);
  };
  const changes = createChangeCount();
  const driver: SqlDriver = { ...plainDriver, write: (work) => changes.during(() => plainDriver.write(work)) };
  const place = createPlace();
  const pruner = createPruner({ driver, layout, historyBlocks, logger });
  const firstEarliest = firstQueryable(startBlock);
  return {
    identity,
    layout,
    resumed,
    isExclusive: driver.isExclusive,
    query: (work) => driver.read(work),
    queryOnce: driver.once,
    changeCount: changes.read,
    async replaceOlder() {
      const { dropped } = await replaceOlder(driver, site, name);
      if (dropped > 0) logger.info({ name, dropped }, "older deployments of the subgraph dropped");
    },
    async resume() {
      await driver.resume();
      return place.resume(await bookkeeping.readHead(driver.single, layout));
    },
    head: () => bookkeeping.readHead(driver.single, layout),
    blockAt: (number) => bookkeeping.readBlock(driver.single, layout, number),
    recentBlocks: (limit) => bookkeeping.readRecentBlocks(driver.single, layout, limit),
    async get(type, key) {
      const found = await readEntities(driver.single, tableOf(layout, type), [key]);
      return found.get(key) ?? null;
    },
    getMany: async (type, keys) => readEntities(driver.single, tableOf(layout, type), keys),
    findBy: async (type, field, value) => findEntities(driver.single, tableOf(layout, type), field, value),
    async commit(blocks, head) {
      await place.move(head, (expected) => commitBlocks(driver, layout, blocks, head, expected));
      notify(head);
      pruner.committed(head);
    },
    async revertTo(to) {
      await place.move(to, (expected) =>
        driver.write((session) => revertBlocks(session, layout, to, expected, firstEarliest)),
      );
      pruner.reverted();
      notify(to);
    },
    dataSources: () => bookkeeping.readDataSources(driver.single, layout),
    setFatalError: (error) => driver.write((session) => bookkeeping.writeFatalError(session, layout, error)),
    nonFatalErrors: (limit) => readErrors(driver.single, layout, limit),
    fatalError: () => bookkeeping.readFatalError(driver.single, layout),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    createQueryIndexes: () =>
      driver.write(async (session) => {
        await session.execute("creating indexes for queries", queryIndexDdl(layout));
        if (!driver.analyzesItself) await analyzeTables(session, layout);
      }),
    pruned: () => pruner.idle(),
    earliestBlock: () => bookkeeping.readEarliest(driver.single, layout),
    async close() {
      await pruner.stop();
      release();
      await driver.close();
    },
  };
}
