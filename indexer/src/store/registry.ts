import { LOCK_SPACE, REGISTRY_LOCK } from "./advisory-lock.ts";
import type { SqlSession } from "./driver.ts";
import { quoteName } from "./layout.ts";
import type { DeploymentIdentity } from "./store.ts";

/** Schema of the registry: one of its own, which needs no rights in anybody else's. */
const SCHEMA = "subgraph_indexer";
const TABLE = `${SCHEMA}."deployments$"`;

const DDL = `
create schema if not exists ${SCHEMA};
create table if not exists ${TABLE} (
  site int4 generated always as identity primary key,
  deployment text not null, chain_id text not null, genesis text not null, layout int4 not null,
  name text not null, current boolean not null default false
);
create unique index if not exists current_names on ${TABLE} (name) where current`;

/** Makes the registry unless it is there, and keeps it to this transaction: two processes may come at once. */
export async function openRegistry(session: SqlSession): Promise<void> {
  await session.query(
    "waiting for the registry",
    "select pg_advisory_xact_lock($1::text::int4, $2::text::int4)::text",
    [String(LOCK_SPACE), String(REGISTRY_LOCK)],
  );
  const rows = await session.query("looking for the registry", "select to_regclass($1::text)::text", [TABLE]);
  if (rows[0]?.[0] == null) await session.execute("creating the registry of deployments", DDL);
}

/** Layouts in which the deployment is stored, with their sites. */
export async function findSites(
  session: SqlSession,
  identity: DeploymentIdentity,
): Promise<readonly { readonly site: number; readonly layout: number }[]> {
  const rows = await session.query(
    "looking for the deployment",
    `select site::text, layout::text from ${TABLE}
     where deployment = $1::text and chain_id = $2::text and genesis = $3::text order by site`,
    [identity.deploymentId, String(identity.chainId), identity.genesisHash],
  );
  return rows.map(([site, layout]) => ({ site: Number(site), layout: Number(layout) }));
}

/** Registers a deployment under a site whose schema name nobody uses; other programs on the database may have taken some. */
export async function registerSite(
  session: SqlSession,
  identity: DeploymentIdentity,
  name: string,
  layout: number,
): Promise<number> {
  for (;;) {
    const rows = await session.query(
      "registering the deployment",
      `insert into ${TABLE} (deployment, chain_id, genesis, layout, name)
       values ($1::text, $2::text, $3::text, $4::text::int4, $5::text)
       returning site::text, (to_regnamespace('sgd' || site) is null)::text`,
      [identity.deploymentId, String(identity.chainId), identity.genesisHash, String(layout), name],
    );
    const [site, isFree] = rows[0] ?? [];
    if (isFree === "true") return Number(site);
    await unregisterSite(session, Number(site));
  }
}

/** Whether a site is registered. */
export async function siteExists(session: SqlSession, site: number): Promise<boolean> {
  const rows = await session.query(
    "looking for the site",
    `select 'yes'::text from ${TABLE} where site = $1::text::int4`,
    [String(site)],
  );
  return rows.length > 0;
}

/** Makes a site the current deployment of a name. */
export async function setCurrent(session: SqlSession, site: number, name: string): Promise<void> {
  const own = [name, String(site)];
  await session.query(
    "ending what was current",
    `update ${TABLE} set current = false where name = $1::text and site <> $2::text::int4`,
    own,
  );
  await session.query(
    "making the deployment current",
    `update ${TABLE} set current = true, name = $1::text where site = $2::text::int4`,
    own,
  );
}

/** Sites that a name used before and no process works with: they are locked until the transaction ends. */
export async function takeReplacedSites(session: SqlSession, site: number, name: string): Promise<readonly number[]> {
  const rows = await session.query(
    "looking for replaced deployments",
    `select site::text from ${TABLE} where name = $1::text and site <> $2::text::int4 order by site`,
    [name, String(site)],
  );
  const free: number[] = [];
  for (const [other] of rows) {
    const locked = await session.query(
      "asking whether a replaced deployment is in use",
      "select pg_try_advisory_xact_lock($1::text::int4, $2::text::int4)::text",
      [String(LOCK_SPACE), String(other)],
    );
    if (locked[0]?.[0] === "true") free.push(Number(other));
  }
  return free;
}

/** Forgets a site and drops its schema. */
export async function dropSite(session: SqlSession, site: number): Promise<void> {
  await unregisterSite(session, site);
  await session.execute("dropping a replaced deployment", `drop schema if exists ${quoteName(schemaOf(site))} cascade`);
}

/** Name of a site's schema. */
export function schemaOf(site: number): string {
  return `sgd${site}`;
}

async function unregisterSite(session: SqlSession, site: number): Promise<void> {
  await session.query("forgetting a deployment", `delete from ${TABLE} where site = $1::text::int4`, [String(site)]);
}
