import { pino } from "pino";
import { createTestDatabase, hasServer } from "../../test-subgraphs/support/postgres/test-database.ts";
import type { FieldModel, SchemaModel } from "../schema/model.ts";
import { parseSchema } from "../schema/parse-schema.ts";
import { parseBigDecimal } from "../values/big-decimal.ts";
import { hexToBytes } from "../values/bytes.ts";
import { toEntityKey } from "../values/entity-key.ts";
import type { EntityData, Value } from "../values/value.ts";
import { elementTypeOf } from "../values/value-type.ts";
import type { DatabaseChoice } from "./open-driver.ts";
import { openStore, type QueryableStore } from "./open-store.ts";
import type { BlockChanges, DeploymentIdentity, EntityChange, StoredBlock } from "./store.ts";

/** A field's value as tests write it: bytes as `0x…`, big numbers as text or numbers. */
export type PlainValue = null | string | number | boolean | readonly PlainValue[];

/** Fields of an entity as tests write them. */
export type PlainEntity = Readonly<Record<string, PlainValue>>;

/** A deployment for tests. */
export const IDENTITY: DeploymentIdentity = { deploymentId: "QmTest", chainId: 31337, genesisHash: "0x00" };

/** What stores of tests have in common. */
export const STORE_OPTIONS = {
  identity: IDENTITY,
  name: "test",
  startBlock: 0,
  historyBlocks: null,
  logger: pino({ level: "silent" }),
} as const;

/** Kinds of databases that tests of the store run on: all that this platform can. */
export const DATABASES: readonly ("PGlite" | "server")[] = hasServer() ? ["PGlite", "server"] : ["PGlite"];

/** An empty store, in memory unless it is to be on a server, where it has a database of its own that closing it drops. */
export async function openTestStore(
  source: string,
  on: "PGlite" | "server" = "PGlite",
  more: { readonly startBlock?: number; readonly historyBlocks?: number | null } = {},
): Promise<{ model: SchemaModel; store: QueryableStore }> {
  const model = parseSchema(source);
  const { choice, remove } = await testDatabase(on);
  const store = await openStore({ ...STORE_OPTIONS, ...more, schema: model, database: choice });
  const close = async (): Promise<void> => {
    await store.close();
    await remove();
  };
  return { model, store: { ...store, close } };
}

/** Where a test stores: in memory, or in a database of its own on the run's server. */
export async function testDatabase(
  on: "PGlite" | "server",
): Promise<{ readonly choice: DatabaseChoice; readonly remove: () => Promise<void> }> {
  if (on === "PGlite") return { choice: { kind: "memory" }, remove: async () => undefined };
  const database = await createTestDatabase();
  return { choice: { kind: "server", url: database.url }, remove: database.drop };
}

/** A block whose hash tells its number. */
export function testBlock(number: number, fork = "aa"): StoredBlock {
  const hash = (n: number): string => `0x${fork}${n.toString(16).padStart(62, "0")}`;
  return { number, hash: hash(number), parentHash: hash(number - 1), timestamp: 1_700_000_000 + number };
}

/** A block with its changes. */
export function changesAt(block: StoredBlock, changes: readonly EntityChange[]): BlockChanges {
  return { block, changes, dataSources: [] };
}

/** A change that sets an entity to what the plain fields say. */
export function setEntity(model: SchemaModel, type: string, plain: PlainEntity): EntityChange {
  const entity = model.entities.get(type);
  if (entity === undefined) throw new TypeError(`no entity type ${type}`);
  const data = toEntityData(entity.fields, plain);
  return { kind: "set", type, key: toEntityKey(data.get("id") ?? null, entity.idType), data };
}

/** A change that removes an entity. */
export function removeEntity(type: string, key: string): EntityChange {
  return { kind: "remove", type, key };
}

function toEntityData(fields: readonly FieldModel[], plain: PlainEntity): EntityData {
  return new Map(
    Object.entries(plain).map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      if (field === undefined) throw new TypeError(`no field ${name}`);
      return [name, toValue(value, field)];
    }),
  );
}

function toValue(plain: PlainValue, field: FieldModel): Value {
  if (plain === null) return null;
  if (Array.isArray(plain)) return plain.map((element: PlainValue) => toValue(element, { ...field, list: false }));
  const type = elementTypeOf(field.base);
  if (type === "Bytes") return hexToBytes(String(plain));
  if (type === "BigDecimal") return parseBigDecimal(String(plain));
  if (type === "BigInt" || type === "Int8" || type === "Timestamp") return BigInt(String(plain));
  return plain as string | number | boolean;
}
