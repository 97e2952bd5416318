import { PassThrough } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "../../../test-subgraphs/support/postgres/start-postgres.ts";
import {
  createTestDatabase,
  hasServer,
  type TestDatabase,
} from "../../../test-subgraphs/support/postgres/test-database.ts";
import { messageChain } from "../../errors/message-chain.ts";
import { parseSchema } from "../../schema/parse-schema.ts";
import { openStore, type QueryableStore } from "../open-store.ts";
import { changesAt, IDENTITY, STORE_OPTIONS, setEntity, testBlock } from "../store.fixture.ts";
import type { DeploymentIdentity } from "../store.ts";
import { DatabaseUnavailableError, StoreError } from "../store-error.ts";

const schema = parseSchema("type User @entity { id: ID!, name: String! }");
const OTHER_BUILD: DeploymentIdentity = { ...IDENTITY, deploymentId: "QmOther" };

describe.skipIf(!hasServer())("a store on a PostgreSQL server", () => {
  let database: TestDatabase;
  let stores: QueryableStore[];
  /** Everything that was logged. */
  let log: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    stores = [];
    log = "";
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await database.drop();
  });

  async function open(identity = IDENTITY, name = "test", url = database.url): Promise<QueryableStore> {
    const stream = new PassThrough();
    stream.on("data", (chunk: Buffer) => {
      log += chunk.toString();
    });
    const logger = pino({ base: null }, stream);
    const store = await openStore({
      ...STORE_OPTIONS,
      schema,
      identity,
      name,
      database: { kind: "server", url },
      logger,
    });
    stores.push(store);
    return store;
  }

  async function close(store: QueryableStore): Promise<void> {
    stores = stores.filter((other) => other !== store);
    await store.close();
  }

  async function commit(store: QueryableStore, number: number): Promise<void> {
    const change = setEntity(schema, "User", { id: `u${number}`, name: "x" });
    await store.commit([changesAt(testBlock(number), [change])], testBlock(number));
  }

  async function schemas(): Promise<unknown> {
    const rows = await database.run("select nspname from pg_namespace where nspname like 'sgd%' order by 1");
    return rows.map(([name]) => name);
  }

  /** Ends the connection that a store writes through. */
  async function breakWriter(): Promise<void> {
    await database.run(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())`,
    );
  }

  /** Why opening fails, all causes included. */
  async function refusal(url: string): Promise<string> {
    try {
      await open(IDENTITY, "test", url);
    } catch (error) {
      return messageChain(error);
    }
    return "opened";
  }

  function address(change: (url: URL) => void): string {
    const url = new URL(database.url);
    change(url);
    return url.href;
  }

  it("says why it cannot connect, without the password", async () => {
    const unreachable = address((url) => {
      url.port = "1";
    });
    const wrongPassword = address((url) => {
      url.password = "wrong-secret";
    });
    const noDatabase = address((url) => {
      url.pathname = "/nowhere";
    });
    const reasons = [await refusal(unreachable), await refusal(wrongPassword), await refusal(noDatabase)];
    expect(reasons[0]).toMatch(
      /connecting to postgres:\/\/postgres@127\.0\.0\.1:1\/\S+ failed: .*ECONNREFUSED.*Is the server running/,
    );
    expect(reasons[1]).toContain('password authentication failed for user "postgres". Mend the password of "postgres"');
    expect(reasons[2]).toContain(`Create it: create database "nowhere" encoding 'UTF8'`);
    for (const reason of reasons) expect(reason).not.toContain("secret");
  });

  it("says what a role may not do, and needs no more than to create schemas", async () => {
    const role = `r${new URL(database.url).pathname.slice(6)}`;
    const url = address((other) => {
      other.username = role;
      other.password = "pw";
    });
    await database.run(`create role ${role} login password 'pw'`);
    try {
      expect(await refusal(url)).toContain(`"${role}" may not create schemas in the database`);
      await database.run(`grant create on database ${new URL(url).pathname.slice(1)} to ${role}`);
      const store = await open(IDENTITY, "test", url);
      await commit(store, 1);
      await store.replaceOlder();
      await close(store);
    } finally {
      await database.run(`drop owned by ${role}; drop role ${role}`);
    }
  });

  it("refuses a database that cannot hold every text", async () => {
    const latin = await createTestDatabase("locale 'C' encoding 'LATIN1'");
    try {
      expect(await refusal(latin.url)).toContain("keeps text as LATIN1");
    } finally {
      await latin.drop();
    }
  });

  it("refuses a deployment that is being indexed, and says by whom", async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(
      new RegExp(`is being indexed already, by weft-indexer \\(process ${process.pid} on .*from 127\\.0\\.0\\.1`),
    );
    await close(first);
    expect((await open()).resumed).toBe(true);
  });

  it("keeps several subgraphs, drops what a name replaced, and leaves what is in use", async () => {
    const other = await open({ ...IDENTITY, chainId: 5 }, "other");
    await other.replaceOlder();
    const old = await open();
    await old.replaceOlder();
    await commit(old, 1);

    const next = await open(OTHER_BUILD);
    expect(await old.get("User", "u1")).not.toBeNull();
    await next.replaceOlder();
    expect(await schemas()).toEqual(["sgd1", "sgd2", "sgd3"]);
    expect(await old.get("User", "u1")).not.toBeNull();

    await close(old);
    await close(next);
    const again = await open(OTHER_BUILD);
    expect(again.resumed).toBe(true);
    await again.replaceOlder();
    expect(await schemas()).toEqual(["sgd1", "sgd3"]);
    expect(await other.head()).toBeNull();
    await commit(other, 7);
  });

  it("takes no schema that others made", async () => {
    await database.run("create schema sgd1; create schema sgd2");
    const store = await open();
    expect(store.layout.schema).toBe('"sgd3"');
    await store.replaceOlder();
    expect(await schemas()).toEqual(["sgd1", "sgd2", "sgd3"]);
  });

  it("indexes again what another version of the indexer laid out, and says so", async () => {
    const before = await open();
    await before.replaceOlder();
    await commit(before, 1);
    await close(before);
    await database.run(`update subgraph_indexer."deployments$" set layout = 0`);
    const after = await open();
    expect([after.resumed, await after.head()]).toEqual([false, null]);
    expect(log).toContain("stored by another version of the indexer, indexing again from empty");
    await after.replaceOlder();
    expect(await schemas()).toEqual(["sgd2"]);
  });

  it("answers at one block while another is being written", async () => {
    const store = await open();
    await commit(store, 1);
    let head: unknown;
    await store.query(async (session) => {
      const read = () => session.query("head", `select number::text from ${store.layout.schema}."head$"`);
      await read();
      await commit(store, 2);
      head = await read();
    });
    expect(head).toEqual([["1"]]);
    expect(await store.head()).toEqual(testBlock(2));
  });

  it("writes nothing on a connection without its claim until it resumes", async () => {
    const store = await open();
    await commit(store, 1);
    await breakWriter();
    await expect(commit(store, 2)).rejects.toThrow(DatabaseUnavailableError);
    await expect(store.revertTo(null)).rejects.toThrow(DatabaseUnavailableError);
    await expect(store.setFatalError(null)).rejects.toThrow(DatabaseUnavailableError);
    expect(await store.resume()).toEqual(testBlock(1));
    await commit(store, 2);
    expect(await store.head()).toEqual(testBlock(2));
  });

  it("leaves the deployment to whoever took it meanwhile, and goes on from there afterwards", async () => {
    const store = await open();
    await commit(store, 1);
    await breakWriter();
    const other = await open();
    await commit(other, 2);
    await expect(store.resume()).rejects.toThrow(/meanwhile it is being indexed by weft-indexer/);
    await expect(store.resume()).rejects.toThrow(DatabaseUnavailableError);
    await expect(commit(store, 2)).rejects.toThrow(DatabaseUnavailableError);
    await close(other);
    expect(await store.resume()).toEqual(testBlock(2));
    await commit(store, 3);
  });

  it("refuses to go on from a head that was moved by others", async () => {
    const store = await open();
    await commit(store, 1);
    await database.run(`update sgd1."head$" set number = null`);
    await expect(commit(store, 2)).rejects.toThrow("the head is not set, but this process left it at block 1");
    await expect(commit(store, 2)).rejects.toThrow("resume first");
    expect(await store.resume()).toBeNull();
    await commit(store, 2);
  });

  it("never logs the password", async () => {
    const store = await open();
    await breakWriter();
    await commit(store, 1).catch((error: unknown) => {
      log += messageChain(error);
    });
    expect(log).toContain("store opened");
    expect(log).not.toContain(new URL(database.url).password);
  });
});

describe.skipIf(!hasServer())("a PostgreSQL server that crashes", () => {
  let server: PostgresServer;
  let database: TestDatabase;
  let store: QueryableStore;
  let closed: boolean;

  beforeEach(async () => {
    closed = false;
    const started = await startPostgres();
    if (started === null) throw new StoreError("no server");
    server = started;
    database = await createTestDatabase(undefined, server.url);
    const choice = { kind: "server", url: database.url } as const;
    store = await openStore({ ...STORE_OPTIONS, schema, database: choice });
  });
  afterEach(async () => {
    if (!closed) await store.close();
    await server.stop();
  });

  it("is waited for: reads and writes fail as passing trouble and work again afterwards", async () => {
    await store.commit([], testBlock(1));
    expect(await store.head()).toEqual(testBlock(1));
    await server.crash();
    await expect(store.head()).rejects.toThrow(DatabaseUnavailableError);
    await expect(store.query(async () => null)).rejects.toThrow(DatabaseUnavailableError);
    await expect(store.commit([], testBlock(2))).rejects.toThrow(DatabaseUnavailableError);
    await expect(store.resume()).rejects.toThrow(DatabaseUnavailableError);
    await server.restart();
    await expect(store.commit([], testBlock(2))).rejects.toThrow(DatabaseUnavailableError);
    expect(await store.head()).toEqual(testBlock(1));
    expect(await store.resume()).toEqual(testBlock(1));
    await store.commit([], testBlock(2));
    expect(await store.head()).toEqual(testBlock(2));
  });

  it("does not keep a store from closing", async () => {
    await server.crash();
    closed = true;
    await expect(store.close()).resolves.toBeUndefined();
  });
});
