import { beforeEach, expect, test } from "vitest";
import { createMemoryStore } from "../../../test-subgraphs/support/memory-store.ts";
import type { StoreEntity, StoreValue } from "../../host/store-value.ts";
import { parseSchema } from "../../schema/parse-schema.ts";
import { planVersions } from "../../store/plan-versions.ts";
import type { EntityChange, Store } from "../../store/store.ts";
import type { Value } from "../../values/value.ts";
import { MissingAnswer } from "../missing-answer.ts";
import { type BlockEntities, createBlockEntities } from "./block-entities.ts";
import { createEntityReader, type EntityReader } from "./entity-reader.ts";
import { finishBlock } from "./finish-block.ts";

/** The cases of the specification about entities within a block, by their numbers there. */

const SCHEMA = parseSchema(`
  interface Named { id: ID! }
  type User implements Named @entity(immutable: false) { id: ID! name: String count: BigInt }
  type Band @entity(immutable: false) { id: ID! name: String! founded: BigInt label: String }
  type Foo @entity(immutable: false) { id: ID! value: BigInt removed: Boolean bars: [Bar!]! @derivedFrom(field: "foo") }
  type Bar @entity(immutable: false) { id: ID! value: BigInt! foo: Foo! }
  type One @entity(immutable: false) { id: Int8! text: String }
  type Two @entity(immutable: false) { id: Int8! text: String }
  type Three @entity(immutable: false) { id: Bytes! text: String }
  type Four @entity(immutable: false) { id: Bytes! text: String }
  type Data @entity(timeseries: true) { id: Int8! timestamp: Timestamp! price: BigDecimal! }
  type Stats @aggregation(intervals: ["hour"], source: "Data") {
    id: Int8! timestamp: Timestamp! sum: BigDecimal! @aggregate(fn: "sum", arg: "price")
  }
`);

const NUMBER = 12;
const TIME = 1000;
const FIRST_VID = (BigInt(NUMBER) << 32n) + 100n;

let store: ReturnType<typeof createMemoryStore>;
let reader: EntityReader;
let block: BlockEntities;

const begin = () => createBlockEntities(SCHEMA, reader, { number: NUMBER, timestamp: TIME });

beforeEach(() => {
  store = createMemoryStore();
  reader = createEntityReader(store as unknown as Store, false);
  block = begin();
});

/** Answers what is missing and asks again, as a handler's reruns do. */
async function ask<T>(question: () => T): Promise<T> {
  for (;;) {
    try {
      return question();
    } catch (error) {
      if (!(error instanceof MissingAnswer)) throw error;
      await error.fetch();
    }
  }
}

const string = (value: string): StoreValue => ({ kind: "String", value });
const int = (value: bigint): StoreValue => ({ kind: "BigInt", value });
const NULL: StoreValue = { kind: "Null", value: null };

function entity(fields: Readonly<Record<string, StoreValue>>): StoreEntity {
  return new Map(Object.entries(fields));
}

const set = (type: string, id: string, fields: Readonly<Record<string, StoreValue>>) =>
  ask(() => block.set(type, id, entity(fields), 9));

function stored(type: string, key: string, data: Readonly<Record<string, Value>>): void {
  store.entities.set(`${type} ${key}`, new Map(Object.entries(data)));
}

function plain(found: StoreEntity | null): Record<string, unknown> | null {
  return found === null ? null : Object.fromEntries([...found].map(([name, value]) => [name, value.value]));
}

async function finish(): Promise<readonly EntityChange[]> {
  block.commitHandler();
  const changes = await finishBlock(SCHEMA, reader, block.touched());
  reader.apply(changes);
  reader.endBlock();
  store.apply(changes);
  reader.committing();
  reader.committed();
  return changes;
}

/** The `vid`s of what a block wrote, by key. */
function vids(changes: readonly EntityChange[]): Record<string, bigint> {
  const pointer = { number: NUMBER, hash: "0x", parentHash: "0x", timestamp: TIME };
  const writes = planVersions([{ block: pointer, changes, dataSources: [] }]);
  return Object.fromEntries([...writes.values()].flatMap((write) => write.versions.map(({ key, vid }) => [key, vid])));
}

test("case 19: two saves make one version with the vid of the second, and a null clears its field", async () => {
  stored("Band", "mwk", { id: "mwk", name: "Mogwai", label: "Chemikal Underground" });
  await set("Band", "mwk", { id: string("mwk"), founded: int(1995n), label: string("Rock Action Records") });
  await set("Band", "mwk", { id: string("mwk"), label: NULL });
  const changes = await finish();
  expect(changes).toMatchObject([{ kind: "set", key: "mwk" }]);
  const [change] = changes;
  expect(change?.kind === "set" ? Object.fromEntries(change.data) : null).toEqual({
    id: "mwk",
    name: "Mogwai",
    founded: 1995n,
  });
  expect(vids(changes)).toEqual({ mwk: FIRST_VID + 1n });
});

test("case 20: ten saves have ten vids in the order of the calls", async () => {
  for (let n = 0; n < 10; n++) await set("User", String(n), { name: string("x") });
  const expected = Array.from({ length: 10 }, (_, n) => [String(n), FIRST_VID + BigInt(n)]);
  expect(vids(await finish())).toEqual(Object.fromEntries(expected));
});

test("case 21: what was only read is not in the block, what was set is", async () => {
  stored("User", "a", { id: "a", name: "stored" });
  await ask(() => block.get("User", "a"));
  expect(block.getInBlock("User", "a")).toBeNull();
  await set("User", "a", { name: string("new") });
  expect(plain(block.getInBlock("User", "a"))).toEqual({ id: "a", name: "new" });
});

test("case 22: fields from before a removal do not come back", async () => {
  stored("Foo", "0", { id: "0", value: 7n });
  block.remove("Foo", "0");
  await set("Foo", "0", { removed: { kind: "Boolean", value: true } });
  expect(plain(await ask(() => block.get("Foo", "0")))).toEqual({ id: "0", removed: true });
});

test("case 23: the id attribute must be of the id's type", async () => {
  await expect(set("User", "a", { id: { kind: "Bytes", value: new Uint8Array(1) } })).rejects.toThrow(
    "Attribute `User.id` has wrong type: expected String but got Bytes",
  );
});

test("case 24: the id attribute must be the id that is passed", async () => {
  await expect(set("User", "a", { id: string("b") })).rejects.toThrow(
    "Value of User attribute 'id' conflicts with ID passed to `store.set()`: ",
  );
});

test("case 25: a missing id attribute is filled in", async () => {
  await set("User", "a", { name: string("x") });
  expect(plain(await ask(() => block.get("User", "a")))).toEqual({ id: "a", name: "x" });
});

test("case 26: fields that the schema does not have fail, in the order of their names", async () => {
  await expect(set("User", "a", { test2: string("x"), test: string("y") })).rejects.toThrow(
    "Attempted to set undefined fields [test, test2] for the entity type `User`. Make sure those fields are defined in the schema.",
  );
});

test("case 27: generated ids hold the block and count over all types", async () => {
  for (const type of ["One", "Two", "Three", "Four"]) await set(type, "auto", { text: string("x") });
  expect((await finish()).map((change) => change.key)).toEqual([
    String(0x0000000c00000000n),
    String(0x0000000c00000001n),
    "0x0000000c00000002",
    "0x0000000c00000003",
  ]);
});

test.for(["Stats", "Named"])("case 28: %s is no entity type", async (type) => {
  const tail = `entity of type \`${type}\`. The type must be an @entity type`;
  await expect(set(type, "1", {})).rejects.toThrow(`Cannot set ${tail}`);
  expect(() => block.get(type, "1")).toThrow(`Cannot get ${tail}`);
});

test("case 29: timeseries have the time of the block", async () => {
  const price: StoreValue = { kind: "BigDecimal", value: { digits: 1n, exponent: 0 } };
  await set("Data", "1", { timestamp: { kind: "Timestamp", value: 5n }, price });
  const [change] = await finish();
  expect(change?.kind === "set" ? change.data.get("timestamp") : null).toBe(BigInt(TIME) * 1_000_000n);
});

/** Values of what `loadRelated` finds, by id. */
async function bars(foo = "0"): Promise<unknown> {
  const found = await ask(() => block.loadRelated("Foo", foo, "bars"));
  return found.map((bar) => [bar.get("id")?.value, bar.get("value")?.value]);
}

const bar = (id: string, value: bigint, foo = "0") => set("Bar", id, { value: int(value), foo: string(foo) });

test("cases 30 to 32: related entities are what they are in the middle of a block", async () => {
  await set("Foo", "0", { value: int(0n) });
  for (const id of ["2", "0", "1"]) await bar(id, 0n);
  expect(await bars()).toEqual([
    ["0", 0n],
    ["1", 0n],
    ["2", 0n],
  ]);
  block.commitHandler();
  await bar("0", 1n);
  block.remove("Bar", "1");
  expect(await bars()).toEqual([
    ["0", 1n],
    ["2", 0n],
  ]);
  await finish();
  block = begin();
  await bar("0", 2n);
  block.remove("Bar", "2");
  expect(await bars()).toEqual([["0", 2n]]);
});

test("case 33: what was given to another is related to that one", async () => {
  for (const id of ["1", "2", "3"]) stored("Bar", id, { id, value: 0n, foo: "a" });
  await bar("2", 5n, "b");
  expect([await bars("a"), await bars("b")]).toEqual([
    [
      ["1", 0n],
      ["3", 0n],
    ],
    [["2", 5n]],
  ]);
  block.commitHandler();
  await bar("1", 6n, "b");
  expect(await bars("b")).toEqual([
    ["1", 6n],
    ["2", 5n],
  ]);
});

test("case 34: only derived fields have related entities", () => {
  expect(() => block.loadRelated("Foo", "0", "value")).toThrow("Entity Foo[0]: field `value` is not derived");
  expect(() => block.loadRelated("Foo", "0", "nothing")).toThrow("Entity Foo[0]: unknown field `nothing`");
});
