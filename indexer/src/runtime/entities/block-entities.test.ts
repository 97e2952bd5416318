import { beforeEach, describe, expect, test } from "vitest";
import { createMemoryStore } from "../../../test-subgraphs/support/memory-store.ts";
import type { StoreEntity, StoreValue } from "../../host/store-value.ts";
import { parseSchema } from "../../schema/parse-schema.ts";
import type { EntityChange, Store } from "../../store/store.ts";
import type { Value } from "../../values/value.ts";
import { MissingAnswer } from "../missing-answer.ts";
import { type BlockEntities, createBlockEntities } from "./block-entities.ts";
import { createEntityReader, type EntityReader } from "./entity-reader.ts";
import { finishBlock } from "./finish-block.ts";

const SCHEMA = parseSchema(`
  enum Genre { ROCK POP }
  interface Named { id: ID! name: String! }
  type Band implements Named @entity(immutable: false) {
    id: ID! name: String! founded: BigInt label: String genre: Genre tags: [String!] members: [Account!]! @derivedFrom(field: "band")
  }
  type Account @entity(immutable: false) { id: Bytes! band: Band value: Int }
  type Counter @entity(immutable: false) { id: Int8! text: String }
  type Mark @entity(immutable: false) { id: Bytes! text: String }
  type Fact @entity(immutable: true) { id: ID! text: String! }
  type First @entity(immutable: true, skipDuplicates: true) { id: ID! text: String! }
`);

/** apiVersion 0.0.9. */
const STRICT = 9;

let store: ReturnType<typeof createMemoryStore>;
let reader: EntityReader;

beforeEach(() => {
  store = createMemoryStore();
  reader = createEntityReader(store as unknown as Store, false);
});

const begin = (number = 12) => createBlockEntities(SCHEMA, reader, { number, timestamp: 1000 });

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

function fields(values: Readonly<Record<string, string | number | bigint | null>>): StoreEntity {
  const tagged = Object.entries(values).map(([name, value]): [string, StoreValue] => {
    if (value === null) return [name, { kind: "Null", value }];
    if (typeof value === "string") return [name, { kind: "String", value }];
    if (typeof value === "number") return [name, { kind: "Int", value }];
    return [name, { kind: "BigInt", value }];
  });
  return new Map(tagged);
}

function bytes(text: string): StoreValue {
  return { kind: "Bytes", value: Buffer.from(text, "hex") };
}

async function finish(block: BlockEntities): Promise<readonly EntityChange[]> {
  block.commitHandler();
  const changes = await finishBlock(SCHEMA, reader, block.touched());
  reader.apply(changes);
  reader.endBlock();
  store.apply(changes);
  reader.committing();
  reader.committed();
  return changes;
}

function plain(entity: StoreEntity | null): Record<string, unknown> | null {
  return entity === null ? null : Object.fromEntries([...entity].map(([name, value]) => [name, value.value]));
}

function stored(type: string, key: string, data: Readonly<Record<string, Value>>): void {
  store.entities.set(`${type} ${key}`, new Map(Object.entries(data)));
}

describe("layers", () => {
  test("partial saves merge over what is stored, and null clears a field", async () => {
    stored("Band", "mwk", { id: "mwk", name: "Mogwai", label: "Chemikal Underground" });
    const block = begin();
    await ask(() => block.set("Band", "mwk", fields({ id: "mwk", founded: 1995n, label: "Rock Action" }), STRICT));
    await ask(() => block.set("Band", "mwk", fields({ id: "mwk", label: null }), STRICT));
    expect(plain(await ask(() => block.get("Band", "mwk")))).toEqual({ id: "mwk", name: "Mogwai", founded: 1995n });
    expect(await finish(block)).toEqual([
      {
        kind: "set",
        type: "Band",
        key: "mwk",
        data: new Map<string, Value>([
          ["id", "mwk"],
          ["name", "Mogwai"],
          ["founded", 1995n],
        ]),
        saved: 1,
      },
    ]);
  });

  test("in a block, only what the block wrote is seen", async () => {
    stored("Band", "a", { id: "a", name: "stored", label: "old" });
    const block = begin();
    expect(plain(await ask(() => block.get("Band", "a")))).toMatchObject({ name: "stored" });
    expect(block.getInBlock("Band", "a")).toBeNull();
    await ask(() => block.set("Band", "a", fields({ label: "new" }), STRICT));
    block.commitHandler();
    expect(plain(block.getInBlock("Band", "a"))).toEqual({ id: "a", label: "new" });
  });

  test("a removed entity is gone, and fields from before do not come back", async () => {
    stored("Band", "a", { id: "a", name: "old", label: "old" });
    const block = begin();
    block.remove("Band", "a");
    expect(block.get("Band", "a")).toBeNull();
    block.commitHandler();
    block.set("Band", "a", fields({ name: "new" }), STRICT);
    expect(plain(block.get("Band", "a"))).toEqual({ id: "a", name: "new" });
    expect(await finish(block)).toHaveLength(1);
  });

  test("a discarded handler leaves nothing, not even used ids", async () => {
    const block = begin();
    await ask(() => block.set("Counter", "auto", fields({ text: "one" }), STRICT));
    block.discardHandler();
    await ask(() => block.set("Counter", "auto", fields({ text: "two" }), STRICT));
    expect((await finish(block)).map((change) => change.key)).toEqual([(12n << 32n).toString()]);
  });

  test("removing what never was, and saving what is already so, changes nothing", async () => {
    stored("Band", "a", { id: "a", name: "same" });
    const block = begin();
    block.remove("Band", "nobody");
    await ask(() => block.set("Band", "a", fields({ name: "same" }), STRICT));
    expect(await finish(block)).toEqual([]);
  });

  test("what a block wrote is known to the next without asking the store", async () => {
    const first = begin(1);
    await ask(() => first.set("Band", "a", fields({ name: "A" }), STRICT));
    await finish(first);
    store.questions.length = 0;
    expect(plain(begin(2).get("Band", "a"))).toMatchObject({ name: "A" });
    expect(store.questions).toEqual([]);
  });

  test("a store that was empty is never asked for what was not written", async () => {
    reader = createEntityReader(store as unknown as Store, true);
    const block = begin();
    expect(block.get("Band", "nobody")).toBeNull();
    block.set("Band", "a", fields({ name: "A" }), STRICT);
    await finish(block);
    expect(store.questions).toEqual([]);
  });
});

describe("ids", () => {
  test("generated ids count over all types of a block", async () => {
    const block = begin(12);
    for (const type of ["Counter", "Counter", "Mark", "Mark"]) {
      await ask(() => block.set(type, "auto", fields({ text: "x" }), STRICT));
    }
    expect((await finish(block)).map((change) => change.key)).toEqual([
      String(0x0000000c00000000n),
      String(0x0000000c00000001n),
      "0x0000000c00000002",
      "0x0000000c00000003",
    ]);
  });

  test("the id attribute must have the id's type and value", () => {
    const block = begin();
    expect(() => block.set("Band", "a", new Map([["id", bytes("aa")]]), STRICT)).toThrow(
      "Attribute `Band.id` has wrong type: expected String but got Bytes",
    );
    expect(() => block.set("Band", "a", fields({ id: "b", name: "B" }), STRICT)).toThrow(
      "Value of Band attribute 'id' conflicts with ID passed to `store.set()`: b != a",
    );
  });

  test("ids of bytes are the same in upper and lower case", async () => {
    const block = begin();
    block.set("Account", "0xAB", fields({ value: 1 }), STRICT);
    expect(plain(await ask(() => block.get("Account", "ab")))).toMatchObject({ value: 1 });
  });
});

describe("checks", () => {
  test("unknown fields fail, or are dropped before apiVersion 0.0.8", async () => {
    const block = begin();
    const data = fields({ name: "A", test2: 1, test: 2 });
    expect(() => block.set("Band", "a", data, STRICT)).toThrow(
      "Attempted to set undefined fields [test, test2] for the entity type `Band`. " +
        "Make sure those fields are defined in the schema.",
    );
    await ask(() => block.set("Band", "a", data, 7));
    expect(plain(block.getInBlock("Band", "a"))).toEqual({ id: "a", name: "A" });
  });

  test.for([
    [{ founded: 1n }, "Entity Band[a]: missing value for non-nullable field `name`"],
    [{ name: 1 }, "Entity Band[a]: the value `1` for field `name` must have type String! but has type Int"],
    [{ name: "A", founded: 5 }, "the value `5` for field `founded` must have type BigInt but has type Int"],
    [{ name: "A", members: "x" }, "Entity Band[a]: field `members` is derived and cannot be set"],
    [{ name: "A", tags: "x" }, 'the value `"x"` for field `tags` must have type [String!] but has type String'],
  ] as const)("%o fails", async ([values, message]) => {
    const block = begin();
    await expect(ask(() => block.set("Band", "a", fields(values), STRICT))).rejects.toThrow(message);
  });

  test("list elements are checked one by one", async () => {
    const tags: StoreValue = {
      kind: "Array",
      value: [
        { kind: "String", value: "x" },
        { kind: "Int", value: 1 },
      ],
    };
    const block = begin();
    const data = new Map([...fields({ name: "A" }), ["tags", tags] as const]);
    await expect(ask(() => block.set("Band", "a", data, STRICT))).rejects.toThrow(
      'Entity Band[a]: field `tags` is of type [String!], but the value `["x", 1]` contains a Int at index 1',
    );
  });

  test("required fields set to null and unknown enum values fail at the end of the block", async () => {
    const block = begin();
    await ask(() => block.set("Band", "a", fields({ name: null }), STRICT));
    await expect(finish(block)).rejects.toThrow(
      "can not insert entity Band[a] since value for non-nullable attribute name is missing.",
    );
    const next = begin();
    await ask(() => next.set("Band", "a", fields({ name: "A", genre: "JAZZ" }), STRICT));
    await expect(finish(next)).rejects.toThrow('"JAZZ" for field `genre` is none of the values of Genre: ROCK, POP');
  });

  test("interfaces and unknown types are no entities", () => {
    expect(() => begin().get("Named", "a")).toThrow(
      "Cannot get entity of type `Named`. The type must be an @entity type",
    );
    expect(() => begin().set("Stats", "a", new Map(), STRICT)).toThrow("Cannot set entity of type `Stats`");
  });

  test("of entities whose duplicates are skipped the first stays, whether it is in memory or not", async () => {
    for (const [number, text] of [
      [1, "first"],
      [2, "second"],
    ] as const) {
      const block = begin(number);
      block.set("First", "a", fields({ text }), STRICT);
      await finish(block);
    }
    expect(plain(await ask(() => begin(3).get("First", "a")))).toEqual({ id: "a", text: "first" });
  });

  test("immutable entities are inserted without asking the store", async () => {
    const block = begin();
    block.set("Fact", "f", fields({ text: "x" }), STRICT);
    await finish(block);
    expect(store.questions).toEqual([]);
  });
});

describe("derived fields", () => {
  const account = (band: string): StoreEntity => new Map([["band", { kind: "String", value: band }]]);

  test("collect stored and changed entities by their state of the moment, ordered by id", async () => {
    stored("Account", "0x03", { id: Buffer.from("03", "hex"), band: "a" });
    stored("Account", "0x02", { id: Buffer.from("02", "hex"), band: "a" });
    stored("Account", "0x04", { id: Buffer.from("04", "hex"), band: "b" });
    const block = begin();
    const ids = async (band: string) => {
      const found = await ask(() => block.loadRelated("Band", band, "members"));
      return found.map((entity) => Buffer.from(entity.get("id")?.value as Uint8Array).toString("hex"));
    };
    await ask(() => block.set("Account", "0x03", account("b"), STRICT));
    block.commitHandler();
    await ask(() => block.set("Account", "0x01", account("a"), STRICT));
    expect(await ids("a")).toEqual(["01", "02"]);
    expect(await ids("b")).toEqual(["03", "04"]);
    block.remove("Account", "0x02");
    expect(await ids("a")).toEqual(["01"]);
  });

  test("must be derived", () => {
    expect(() => begin().loadRelated("Band", "a", "name")).toThrow("Entity Band[a]: field `name` is not derived");
    expect(() => begin().loadRelated("Band", "a", "nothing")).toThrow("Entity Band[a]: unknown field `nothing`");
  });
});
