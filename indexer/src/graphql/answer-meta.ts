import type { FatalError } from "../store/store.ts";
import type { JsonValue } from "../values/json.ts";
import type { MetaField } from "./plan.ts";
import type { ResolvedBlock } from "./resolve-block.ts";

/** The JSON of `_meta` at a block. */
export function answerMeta(
  fields: readonly MetaField[],
  at: ResolvedBlock,
  deployment: string,
  hasIndexingErrors: boolean,
): JsonValue {
  const block: Record<string, JsonValue> = {
    __typename: "_Block_",
    number: at.number,
    hash: at.block?.hash ?? null,
    timestamp: at.block?.timestamp ?? null,
    parentHash: at.block?.parentHash ?? null,
  };
  const meta: Record<string, JsonValue> = { __typename: "_Meta_", deployment, hasIndexingErrors };
  return Object.fromEntries(
    fields.map((field) => [field.key, field.name === "block" ? pick(field.fields, block) : (meta[field.name] ?? null)]),
  );
}

/** Whether the state at a block is touched by a deterministic failure. */
export function isBehindError(error: FatalError | null, block: number): boolean {
  return error !== null && (error.block === null || block >= error.block.number);
}

function pick(fields: readonly MetaField[], values: Record<string, JsonValue>): JsonValue {
  return Object.fromEntries(fields.map((field) => [field.key, values[field.name] ?? null]));
}
