import type { Logger } from "pino";
import type { SchemaModel } from "../schema/model.ts";
import { tryRollUps } from "./aggregation/roll-up.ts";
import { writeEarliest } from "./bookkeeping.ts";
import { schemaDdl } from "./create-schema.ts";
import type { SqlDriver, SqlSession } from "./driver.ts";
import { buildLayout, type Layout } from "./layout.ts";
import {
  dropSite,
  findSites,
  openRegistry,
  registerSite,
  schemaOf,
  setCurrent,
  siteExists,
  takeReplacedSites,
} from "./registry.ts";
import type { DeploymentIdentity } from "./store.ts";

/** Raised whenever tables or bookkeeping change, so that data laid out otherwise is indexed again. */
const LAYOUT_VERSION = 6;

/** A deployment's place in the database. */
export interface OpenDeployment {
  readonly layout: Layout;
  /** Number of its schema. */
  readonly site: number;
  /** Whether it was there already. */
  readonly resumed: boolean;
  /** Gives it free for others of this process. */
  readonly release: () => void;
}

/** What else there is to know about a deployment. */
export interface DeploymentOptions {
  readonly name: string;
  /** First block that the subgraph wants. */
  readonly startBlock: number;
  readonly logger: Logger;
}

/** Finds the deployment's schema or creates it, and reserves it for this process; what others have stored stays. */
export async function openDeployment(
  driver: SqlDriver,
  model: SchemaModel,
  identity: DeploymentIdentity,
  options: DeploymentOptions,
): Promise<OpenDeployment> {
  for (;;) {
    const { site, resumed } = await driver.write((session) =>
      findOrCreate(session, model, identity, { ...options, isLasting: driver.isLasting }),
    );
    const release = await driver.claim(site);
    // Whoever replaced the deployment may have dropped it before it was reserved.
    if (!(await siteExists(driver.single, site))) continue;
    const layout = buildLayout(model, schemaOf(site));
    return { layout, site, resumed, release };
  }
}

/** The earliest block that can be queried before anything is pruned: the one before the first, which is empty. */
export function firstQueryable(startBlock: number): number {
  return Math.max(startBlock - 1, 0);
}

async function findOrCreate(
  session: SqlSession,
  model: SchemaModel,
  identity: DeploymentIdentity,
  { isLasting, name, startBlock, logger }: DeploymentOptions & Pick<SqlDriver, "isLasting">,
): Promise<{ readonly site: number; readonly resumed: boolean }> {
  await openRegistry(session);
  const known = await findSites(session, identity);
  const same = known.find(({ layout }) => layout === LAYOUT_VERSION);
  if (same !== undefined) return { site: same.site, resumed: true };
  const [other] = known;
  if (other !== undefined) {
    logger.warn(
      { deployment: identity.deploymentId, storedLayout: other.layout, layout: LAYOUT_VERSION },
      "stored by another version of the indexer, indexing again from empty",
    );
  }
  const site = await registerSite(session, identity, name, LAYOUT_VERSION);
  const layout = buildLayout(model, schemaOf(site));
  await session.execute("creating the deployment's schema", schemaDdl(model, layout, isLasting));
  await writeEarliest(session, layout, firstQueryable(startBlock));
  await tryRollUps(session, layout);
  return { site, resumed: false };
}

/** Makes a deployment the current one of its name and drops those that the name used before, unless a process still works with them. */
export async function replaceOlder(
  driver: SqlDriver,
  site: number,
  name: string,
): Promise<{ readonly dropped: number }> {
  return driver.write(async (session) => {
    await openRegistry(session);
    await setCurrent(session, site, name);
    const unlocked = await takeReplacedSites(session, site, name);
    const replaced = unlocked.filter((other) => !driver.hasClaim(other));
    for (const other of replaced) await dropSite(session, other);
    return { dropped: replaced.length };
  });
}
