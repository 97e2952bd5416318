import { sameId } from "../../src/runtime/entities/entity-reader.ts";
import type { EntityChange, Store } from "../../src/store/store.ts";
import type { EntityData, Value } from "../../src/values/value.ts";

/** A store that holds the current entities only, for tests of what reads and writes them. */
export function createMemoryStore(): Pick<Store, "getMany" | "findBy"> & {
  readonly entities: Map<string, EntityData>;
  readonly questions: string[];
  apply(changes: readonly EntityChange[]): void;
} {
  const entities = new Map<string, EntityData>();
  const questions: string[] = [];
  return {
    entities,
    questions,
    apply(changes) {
      for (const change of changes) {
        const id = `${change.type} ${change.key}`;
        if (change.kind === "set") entities.set(id, change.data);
        else entities.delete(id);
      }
    },
    async getMany(type, keys) {
      questions.push(`${type} ${keys.join(",")}`);
      const found = keys.map((key) => [key, entities.get(`${type} ${key}`)] as const);
      return new Map(found.filter((pair): pair is [string, EntityData] => pair[1] !== undefined));
    },
    async findBy(type, field, value: Value) {
      questions.push(`${type} by ${field}`);
      return [...entities]
        .filter(([id, data]) => id.startsWith(`${type} `) && sameId(data.get(field) ?? null, value))
        .map(([id, data]) => ({ key: id.slice(type.length + 1), data }));
    },
  };
}
