import { describe, expect, test } from "vitest";
import type { StoreValue } from "../../host/store-value.ts";
import { parseSchema } from "../../schema/parse-schema.ts";
import { changesAt, DATABASES, openTestStore, testBlock } from "../../store/store.fixture.ts";
import { normalizeBigDecimal } from "../../values/big-decimal.ts";
import { createBlockEntities } from "./block-entities.ts";
import { createEntityReader } from "./entity-reader.ts";
import { finishBlock } from "./finish-block.ts";

const SCHEMA = "type Pool @entity { id: ID!, amount: BigDecimal!, amounts: [BigDecimal!]! }";

/** Keeps 35 digits, of which text without an exponent keeps 34. */
const LARGE = normalizeBigDecimal(-83_000_000_000_000_000_000_000_000_000_000_001n, 1);

describe.each(DATABASES)("on %s", (on) => {
  test("entities are in memory as the store holds them: large negative decimals do not change with a commit", async () => {
    const { store } = await openTestStore(SCHEMA, on);
    const schema = parseSchema(SCHEMA);
    const reader = createEntityReader(store, true);
    const entities = createBlockEntities(schema, reader, { number: 1, timestamp: 1 });
    const amount = { kind: "BigDecimal", value: LARGE } as const;
    const data = new Map<string, StoreValue>([
      ["amount", amount],
      ["amounts", { kind: "Array", value: [amount] }],
    ]);
    entities.set("Pool", "a", data, 9);
    entities.commitHandler();
    const changes = await finishBlock(schema, reader, entities.touched());
    reader.apply(changes);
    await store.commit([changesAt(testBlock(1), changes)], testBlock(1));
    expect(reader.current("Pool", "a")).toEqual(await store.get("Pool", "a"));
    await store.close();
  });
});
