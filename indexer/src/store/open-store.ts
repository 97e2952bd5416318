import type { Logger } from "pino";
import type { SchemaModel } from "../schema/model.ts";
import * as bookkeeping from "./bookkeeping.ts";
import { commitBlocks, tableOf } from "./commit.ts";
import type { SqlDriver, SqlSession } from "./driver.ts";
import type { Layout } from "./layout.ts";
import { openDeployment } from "./open-deployment.ts";
import { openPglite } from "./open-pglite.ts";
import { findEntities, readEntities } from "./read-entities.ts";
import { revertBlocks } from "./revert.ts";
import type { DeploymentIdentity, Store, StoredBlock } from "./store.ts";

/** What `openStore` needs. */
export interface OpenStoreOptions {
  readonly schema: SchemaModel;
  readonly identity: DeploymentIdentity;
  /** Directory of the database, made if absent; undefined keeps everything in memory. */
  readonly dataDir: string | undefined;
  readonly logger: Logger;
}

/** A store that queries can be run against. */
export interface QueryableStore extends Store {
  readonly identity: DeploymentIdentity;
  readonly layout: Layout;
  /** Whether the store already held this deployment when it was opened. */
  readonly resumed: boolean;
  /** Runs `work` on one unchanging state of the store; commits wait until it is done. */
  query<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
}

/**
 * Opens the deployment's store, empty when the deployment, chain or genesis is another than last time.
 * Throws `SqlError` when the database cannot be opened and `StoreError` when another process uses `dataDir`.
 */
export async function openStore(options: OpenStoreOptions): Promise<QueryableStore> {
  const { schema, identity, dataDir, logger } = options;
  const driver = await openPglite(dataDir);
  try {
    const { layout, resumed } = await openDeployment(driver, schema, identity);
    logger.info({ deployment: identity.deploymentId, dataDir: dataDir ?? null, resumed }, "store opened");
    return createStore(driver, layout, identity, resumed);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function createStore(
  driver: SqlDriver,
  layout: Layout,
  identity: DeploymentIdentity,
  resumed: boolean,
): QueryableStore {
  const listeners = new Set<(head: StoredBlock | null) => void>();
  const notify = (head: StoredBlock | null): void => {
    for (const listener of listeners) listener(head);
  };
  return {
    identity,
    layout,
    resumed,
    query: (work) => driver.read(work),
    head: () => bookkeeping.readHead(driver.single, layout),
    blockAt: (number) => bookkeeping.readBlock(driver.single, layout, number),
    recentBlocks: (limit) => bookkeeping.readRecentBlocks(driver.single, layout, limit),
    async get(type, key) {
      const found = await readEntities(driver.single, tableOf(layout, type), [key]);
      return found.get(key) ?? null;
    },
    getMany: async (type, keys) => readEntities(driver.single, tableOf(layout, type), keys),
    findBy: (type, field, value) =>
      driver.read((session) => findEntities(session, tableOf(layout, type), field, value)),
    async commit(blocks, head) {
      await commitBlocks(driver, layout, blocks, head);
      notify(head);
    },
    async revertTo(to) {
      await driver.write((session) => revertBlocks(session, layout, to));
      notify(to);
    },
    dataSources: () => bookkeeping.readDataSources(driver.single, layout),
    setFatalError: (error) => bookkeeping.writeFatalError(driver.single, layout, error),
    fatalError: () => bookkeeping.readFatalError(driver.single, layout),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => driver.close(),
  };
}
