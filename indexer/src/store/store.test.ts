import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SchemaModel } from "../schema/model.ts";
import { parseSchema } from "../schema/parse-schema.ts";
import type { Value } from "../values/value.ts";
import { openStore, type QueryableStore } from "./open-store.ts";
import {
  changesAt,
  DATABASES,
  IDENTITY,
  openTestStore,
  type PlainEntity,
  removeEntity,
  STORE_OPTIONS,
  setEntity,
  testBlock,
} from "./store.fixture.ts";
import type { DeploymentIdentity, EntityChange } from "./store.ts";

const SCHEMA = `
enum Color { RED GREEN }
interface Named { id: ID!, name: String! }
type User implements Named @entity {
  id: ID!, name: String!, age: Int, weight: BigDecimal, coins: BigInt, seen: Int8, born: Timestamp, coffee: Boolean
  color: Color, colors: [Color!], drinks: [String!], key: Bytes, keys: [Bytes!], friend: User, friends: [User!]
}
type Bot implements Named @entity { id: ID!, name: String! }
type Ping @entity(immutable: true) { id: Bytes!, text: String! }
type Once @entity(immutable: true, skipDuplicates: true) { id: ID!, text: String! }
type Tick @entity(timeseries: true) { id: Int8!, timestamp: Timestamp! }
`;

describe.each(DATABASES)("a store on %s", (on) => {
  let model: SchemaModel;
  let store: QueryableStore;
  const set = (type: string, plain: PlainEntity): EntityChange => setEntity(model, type, plain);
  const user = (id: string, rest: PlainEntity = {}): EntityChange => set("User", { id, name: id, ...rest });
  const commit = async (number: number, ...changes: EntityChange[]): Promise<void> => {
    await store.commit([changesAt(testBlock(number), changes)], testBlock(number));
  };
  const read = async (key: string, type = "User"): Promise<unknown> => {
    const data = await store.get(type, key);
    return data === null ? null : Object.fromEntries(data);
  };

  beforeAll(async () => {
    ({ model, store } = await openTestStore(SCHEMA, on));
  });
  afterEach(() => store.revertTo(null));
  afterAll(() => store.close());

  it("is empty at first", async () => {
    expect(await store.head()).toBeNull();
    expect(await store.get("User", "a")).toBeNull();
    expect(await store.dataSources()).toEqual([]);
    expect(await store.fatalError()).toBeNull();
  });

  it("gives back every kind of value, and nothing for null", async () => {
    const all = {
      age: -5,
      weight: "1234567890.000000000000000000000123",
      coins: `${10n ** 60n}`,
      seen: "9223372036854775807",
      born: "-1",
      coffee: false,
      color: "GREEN",
      colors: ["RED", "GREEN"],
      drinks: ['be"er', "wine, red", "NULL", ""],
      key: "0x00ff",
      keys: ["0x", "0x01"],
      friend: "nobody",
      friends: ["b", "a"],
    };
    const change = user("a", all);
    await commit(0, change);
    expect(await store.get("User", "a")).toEqual(change.kind === "set" ? change.data : null);
    await commit(1, user("a", { age: null }));
    expect(await read("a")).toEqual({ id: "a", name: "a" });
  });

  it("finds ids of every type", async () => {
    await commit(0, set("Ping", { id: "0xAB", text: "x" }), set("Tick", { id: 7, timestamp: 1 }));
    expect(await read("0xab", "Ping")).toMatchObject({ text: "x" });
    expect(await read("7", "Tick")).toMatchObject({ id: 7n });
    expect([...(await store.getMany("Ping", ["0xab", "0xcd"])).keys()]).toEqual(["0xab"]);
  });

  it("takes an empty id", async () => {
    await commit(0, user(""));
    expect(await read("")).toEqual({ id: "", name: "" });
  });

  it("finds by value and by list element, ordered by id", async () => {
    await commit(
      0,
      user("c", { friend: "x" }),
      user("a", { friend: "x", drinks: ["tea", "beer"] }),
      user("b", { drinks: ["beer"] }),
    );
    const keys = async (field: string, value: string) =>
      (await store.findBy("User", field, value)).map(({ key }) => key);
    expect(await keys("friend", "x")).toEqual(["a", "c"]);
    expect(await keys("drinks", "beer")).toEqual(["a", "b"]);
    await expect(store.findBy("User", "nope", "x")).rejects.toThrow("entity type `User` stores no field `nope`");
  });

  it("replaces, removes and sets again", async () => {
    await commit(0, user("a", { age: 1 }));
    await commit(1, user("a", { age: 2 }));
    expect(await read("a")).toEqual({ id: "a", name: "a", age: 2 });
    await commit(2, removeEntity("User", "a"), removeEntity("User", "never"));
    expect(await read("a")).toBeNull();
    await commit(3, user("a", { age: 3 }));
    expect(await read("a")).toEqual({ id: "a", name: "a", age: 3 });
  });

  it("commits many blocks at once as if one by one", async () => {
    await commit(0, user("a", { age: 0 }), user("b", { age: 0 }));
    const blocks = [1, 2, 3].map((n) =>
      changesAt(testBlock(n), n === 2 ? [removeEntity("User", "b")] : [user("a", { age: n }), user("b", { age: n })]),
    );
    await store.commit(blocks, testBlock(9));
    expect(await store.head()).toEqual(testBlock(9));
    expect(await read("b")).toMatchObject({ age: 3 });
    await store.revertTo(testBlock(2));
    expect([await read("a"), await read("b")]).toEqual([{ id: "a", name: "a", age: 1 }, null]);
    await store.revertTo(testBlock(1));
    expect(await read("b")).toMatchObject({ age: 1 });
    await store.revertTo(testBlock(0));
    expect(await read("b")).toMatchObject({ age: 0 });
    await store.revertTo(null);
    expect([await read("a"), await store.head()]).toEqual([null, null]);
  });

  it("gives versions the vids that graph-node gives them", async () => {
    await commit(3, ...Array.from({ length: 3 }, (_, index) => user(`u${index}`)));
    const rows = await store.query((session) =>
      session.query("vids", `select vid::text from ${store.layout.schema}."user" order by vid`),
    );
    expect(rows.map(([vid]) => BigInt(vid ?? 0))).toEqual([100n, 101n, 102n].map((n) => (3n << 32n) + n));
  });

  it("finds recorded blocks", async () => {
    await commit(1, user("a"));
    await store.commit([], testBlock(5));
    expect(await store.blockAt(1)).toEqual(testBlock(1));
    expect(await store.blockAt(3)).toBeNull();
    expect(await store.recentBlocks(10)).toEqual([testBlock(5), testBlock(1)]);
    expect(await store.recentBlocks(1)).toEqual([testBlock(5)]);
    await store.revertTo(testBlock(3, "bb"));
    expect(await store.head()).toEqual(testBlock(3, "bb"));
    expect(await store.recentBlocks(10)).toEqual([testBlock(3, "bb"), testBlock(1)]);
  });

  it("keeps data sources until their block is reverted", async () => {
    const sources = [1, 2].map((n) => ({
      template: "Pair",
      params: [`0x0${n}`],
      context: new Map<string, Value>([
        ["big", 10n ** 40n],
        ["bytes", new Uint8Array([1])],
        ["list", ["a", 2, true, null]],
        ["decimal", { digits: 15n, exponent: -1 }],
      ]),
      createdAt: n,
    }));
    await store.commit(
      sources.map((source) => ({ block: testBlock(source.createdAt), changes: [], dataSources: [source] })),
      testBlock(2),
    );
    expect(await store.dataSources()).toEqual(sources);
    await store.revertTo(testBlock(1));
    expect(await store.dataSources()).toEqual(sources.slice(0, 1));
  });

  it("keeps a fatal error until its block is reverted", async () => {
    await commit(3, user("a"));
    const error = { message: "boom", block: { number: 3, hash: testBlock(3).hash }, handler: "handleX" };
    await store.setFatalError(error);
    expect(await store.fatalError()).toEqual(error);
    await store.revertTo(testBlock(3));
    expect(await store.fatalError()).toEqual(error);
    await store.revertTo(testBlock(2));
    expect(await store.fatalError()).toBeNull();
  });

  it("tells listeners of commits and reverts", async () => {
    const heads: (number | null)[] = [];
    const stop = store.onCommit((head) => heads.push(head?.number ?? null));
    await commit(1);
    await store.revertTo(null);
    stop();
    await commit(2);
    expect(heads).toEqual([1, null]);
  });

  it("refuses a second insert of an immutable entity", async () => {
    const ping = set("Ping", { id: "0x01", text: "a" });
    await commit(1, ping);
    await expect(commit(4, ping)).rejects.toThrow(
      "entity Ping[0x01] is immutable; inserting it at block 4 is not possible as it was already inserted at block 1",
    );
    await expect(
      store.commit(
        [4, 5].map((n) => changesAt(testBlock(n), [set("Ping", { id: "0x02", text: "b" })])),
        testBlock(5),
      ),
    ).rejects.toThrow("inserting it at block 5 is not possible as it was already inserted at block 4");
    await expect(commit(4, removeEntity("Ping", "0x01"))).rejects.toThrow("removing it at block 4 is not possible");
    expect(await store.head()).toEqual(testBlock(1));
  });

  it("keeps the first of skipped duplicates", async () => {
    await commit(1, set("Once", { id: "x", text: "ping" }));
    await commit(2, set("Once", { id: "x", text: "pong" }));
    expect(await read("x", "Once")).toMatchObject({ text: "ping" });
  });

  it("refuses one id in two types of an interface", async () => {
    await commit(1, user("x"));
    await expect(commit(2, set("Bot", { id: "x", name: "bot" }))).rejects.toThrow(
      'tried to set entity of type `Bot` with ID "x" but an entity of type `User`, which has an interface in common with `Bot`, exists with the same ID',
    );
    await commit(2, removeEntity("User", "x"), set("Bot", { id: "x", name: "bot" }));
    expect(await read("x", "Bot")).toMatchObject({ name: "bot" });
  });

  it("looks after each block of a batch for one id in two types of an interface", async () => {
    const bot = set("Bot", { id: "x", name: "bot" });
    const batch = (...blocks: (readonly EntityChange[])[]) =>
      store.commit(
        blocks.map((changes, n) => changesAt(testBlock(n + 2), [...changes])),
        testBlock(blocks.length + 1),
      );
    const conflict = /^tried to set entity of type `(Bot|User)` with ID "x" but an entity of type/;
    await commit(1);
    // Neither is there at the end.
    await expect(batch([user("x")], [bot], [removeEntity("User", "x"), removeEntity("Bot", "x")])).rejects.toThrow(
      conflict,
    );
    await expect(batch([user("x")], [bot], [removeEntity("User", "x")])).rejects.toThrow(conflict);
    await batch([user("x")], [removeEntity("User", "x"), bot], [removeEntity("Bot", "x")], [user("x")]);
    await expect(
      store.commit(
        [changesAt(testBlock(6), [bot]), changesAt(testBlock(7), [removeEntity("User", "x")])],
        testBlock(7),
      ),
    ).rejects.toThrow(conflict);
  });

  it("names what is missing or wrong, and stores nothing of the batch", async () => {
    await expect(commit(1, user("ok"), set("User", { id: "a" }))).rejects.toThrow(
      "can not insert entity User[a] since value for non-nullable attribute name is missing. To fix this, mark the attribute as nullable",
    );
    await expect(
      commit(1, {
        kind: "set",
        type: "User",
        key: "a",
        data: new Map<string, Value>([
          ["id", "a"],
          ["name", 5],
        ]),
      }),
    ).rejects.toThrow("Entity User[a]: field `name`: expected String but got number `5`");
    await expect(commit(1, user("a", { color: "BLUE" }))).rejects.toMatchObject({ sqlState: "22P02" });
    await expect(commit(1, set("User", { id: "a", name: "a" }), user("a"))).rejects.toThrow("changes User[a] twice");
    await expect(commit(1, removeEntity("Nope", "a"))).rejects.toThrow(
      "`Nope` is not an entity type of this deployment",
    );
    expect([await store.head(), await read("ok")]).toEqual([null, null]);
  });

  it("refuses blocks out of order", async () => {
    await commit(3, user("a"));
    await expect(commit(3)).rejects.toThrow("block 3 cannot follow block 3: commit blocks in order, or revert first");
    await expect(store.commit([], testBlock(2))).rejects.toThrow("the head cannot move to block 2, below block 3");
    await expect(store.revertTo(testBlock(4))).rejects.toThrow("cannot revert to block 4: the head is block 3");
  });
});

describe("a store on disk", () => {
  let dataDir: string;
  const schema = parseSchema(SCHEMA);
  const open = (identity: DeploymentIdentity = IDENTITY): Promise<QueryableStore> =>
    openStore({
      ...STORE_OPTIONS,
      schema,
      identity,
      database: { kind: "directory", path: dataDir },
    });

  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), "store-")), "data");
  });
  afterEach(() => rm(join(dataDir, ".."), { recursive: true }));

  it("starts anew where a killed process left a half made database", async () => {
    await mkdir(join(`${dataDir}.draft`, "base"), { recursive: true });
    await writeFile(join(`${dataDir}.draft`, "PG_VERSION"), "18\n");
    const store = await open();
    expect([store.resumed, await store.head()]).toEqual([false, null]);
    await store.close();
    expect(await readdir(join(dataDir, ".."))).toEqual(["data"]);
  });

  it("goes on where it stopped, and starts anew on another chain", async () => {
    let store = await open();
    expect(store.resumed).toBe(false);
    expect(await readdir(join(dataDir, ".."))).toEqual(["data", "data.lock"]);
    await store.commit([changesAt(testBlock(1), [setEntity(schema, "User", { id: "a", name: "a" })])], testBlock(1));
    await expect(open()).rejects.toThrow("is in use by process");
    await store.close();
    // Left behind by a killed process that had the id of this one, as happens in containers.
    await writeFile(`${dataDir}.lock`, String(process.pid));

    store = await open();
    expect([store.resumed, await store.head()]).toEqual([true, testBlock(1)]);
    expect(await store.get("User", "a")).not.toBeNull();
    await store.close();

    store = await open({ ...IDENTITY, genesisHash: "0x11" });
    expect([store.resumed, await store.head()]).toEqual([false, null]);
    await store.replaceOlder();
    const schemas = await store.query((session) =>
      session.query("schemas", "select nspname::text from pg_namespace where nspname like 'sgd%'"),
    );
    expect(schemas).toEqual([["sgd2"]]);
    await store.close();
  });
});
