import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { COMMAND, deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { type PostgresServer, startPostgres } from "../../test-subgraphs/support/postgres/start-postgres.ts";
import {
  createTestDatabase,
  hasServer,
  type TestDatabase,
} from "../../test-subgraphs/support/postgres/test-database.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { type Indexer, startIndexer } from "../index.ts";

describe.skipIf(!hasServer())("a database server that goes away", () => {
  let anvil: Anvil;
  let fixture: Fixture;
  let server: PostgresServer;
  let database: TestDatabase;
  let indexer: Indexer;

  beforeEach(async () => {
    anvil = await startAnvil();
    fixture = await deployFixture(anvil.url);
    const started = await startPostgres();
    if (started === null) throw new Error("no PostgreSQL server");
    server = started;
    database = await createTestDatabase(undefined, server.url);
    indexer = await startIndexer({
      manifest: builtManifest("factory"),
      rpc: anvil.url,
      name: "factory",
      pollingInterval: 20,
      databaseUrl: database.url,
    });
  });

  afterEach(async () => {
    await indexer.close();
    await server.stop();
    await anvil.stop();
  });

  async function sums(): Promise<unknown> {
    const answer = await indexer.query("{ childs { pingSum } pings(first: 1000) { id } }");
    expect(answer.errors).toBeUndefined();
    const { childs, pings } = answer.data as unknown as { childs: unknown; pings: unknown[] };
    return { childs, pings: pings.length };
  }

  test("is waited for, and nothing is lost or counted twice", async () => {
    const { child, block } = await fixture.create("alice");
    await indexer.waitForBlock(block);
    let last = block;
    let sum = 3;
    for (let round = 1; round <= 3; round++) {
      for (let n = 1; n <= 5; n++) last = await fixture.ping(child, BigInt(n), `while it runs ${round}`);
      await server.crash();
      for (let n = 1; n <= 5; n++) last = await fixture.ping(child, BigInt(n), `while it is away ${round}`);
      sum += 30;
      while (indexer.status().problem === null) await sleep(10);
      const answer = await indexer.query("{ childs { id } }");
      expect(answer.errors?.[0]?.message).toContain("Store error: store: connecting to postgres://postgres@127.0.0.1");
      await server.restart();
      await indexer.waitForBlock(last);
      expect(await sums()).toEqual({ childs: [{ pingSum: String(sum) }], pings: 3 + 10 * round });
    }
    expect(indexer.status()).toMatchObject({ status: "synced", problem: null });
  });

  test("whoever ends the writing connection delays indexing, no more", async () => {
    const { child, block } = await fixture.create("alice");
    await indexer.waitForBlock(block);
    await database.run(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
    );
    await indexer.waitForBlock(await fixture.ping(child, 4n, "later"));
    expect(await sums()).toEqual({ childs: [{ pingSum: "7" }], pings: 4 });
  });

  test("a failure whose recording is interrupted is met again, and recorded whole", async () => {
    const { block } = await fixture.create("alice");
    await indexer.waitForBlock(block);
    const [row] = await database.run("select nspname from pg_namespace where nspname like 'sgd%'");
    const head = `"${String(row?.[0])}"."head$"`;
    // The disk is full when the head is to move to the failed block, which is after the failure was written.
    await database.run(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'full' using errcode = '53100'; end $$;
      create trigger refuse before update of number on ${head} for each row when (new.fatal_error is not null)
        execute function refuse()`);
    const failed = await fixture.command(COMMAND.fail, 0n, 0n, "");
    while (indexer.status().problem === null) await sleep(10);
    await database.run(`drop trigger refuse on ${head}`);
    await fixture.client.mine({ blocks: 1 });
    while (indexer.status().problem !== null || indexer.status().head?.number === block) await sleep(10);
    expect(indexer.status()).toMatchObject({
      status: "failed",
      head: { number: failed },
      fatalError: { block: { number: failed } },
    });
  });
});
