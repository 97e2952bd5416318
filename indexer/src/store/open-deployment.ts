import type { SchemaModel } from "../schema/model.ts";
import { schemaDdl } from "./create-schema.ts";
import type { SqlDriver, SqlSession } from "./driver.ts";
import { buildLayout, type Layout, quoteName } from "./layout.ts";
import type { DeploymentIdentity } from "./store.ts";

/** Raised whenever tables or bookkeeping change, so that data laid out otherwise is indexed again. */
const LAYOUT_VERSION = 1;

const REGISTRY_DDL = `create table if not exists public."deployments$" (
  site int4 generated always as identity primary key,
  deployment text not null, chain_id text not null, genesis text not null, layout int4 not null
)`;

/** Finds the deployment's schema, or drops every other deployment's and creates it. `resumed` says which of the two happened. */
export async function openDeployment(
  driver: SqlDriver,
  model: SchemaModel,
  identity: DeploymentIdentity,
): Promise<{ layout: Layout; resumed: boolean }> {
  return driver.write(async (session) => {
    await session.execute("creating the registry of deployments", REGISTRY_DDL);
    const site = await findSite(session, identity);
    if (site !== null) return { layout: buildLayout(model, `sgd${site}`), resumed: true };
    await dropAll(session);
    const layout = buildLayout(model, `sgd${await registerSite(session, identity)}`);
    await session.execute("creating the deployment's schema", schemaDdl(model, layout));
    return { layout, resumed: false };
  });
}

function identityParameters(identity: DeploymentIdentity): string[] {
  return [identity.deploymentId, String(identity.chainId), identity.genesisHash, String(LAYOUT_VERSION)];
}

async function findSite(session: SqlSession, identity: DeploymentIdentity): Promise<string | null> {
  const rows = await session.query(
    "looking for the deployment",
    `select site::text from public."deployments$"
     where deployment = $1::text and chain_id = $2::text and genesis = $3::text and layout = $4::text::int4`,
    identityParameters(identity),
  );
  return rows[0]?.[0] ?? null;
}

async function dropAll(session: SqlSession): Promise<void> {
  const rows = await session.query(
    "forgetting other deployments",
    `delete from public."deployments$" returning site::text`,
  );
  for (const [site] of rows) {
    await session.execute(
      "dropping another deployment's schema",
      `drop schema if exists ${quoteName(`sgd${site}`)} cascade`,
    );
  }
}

async function registerSite(session: SqlSession, identity: DeploymentIdentity): Promise<string> {
  const rows = await session.query(
    "registering the deployment",
    `insert into public."deployments$" (deployment, chain_id, genesis, layout)
     values ($1::text, $2::text, $3::text, $4::text::int4) returning site::text`,
    identityParameters(identity),
  );
  return rows[0]?.[0] ?? "";
}
