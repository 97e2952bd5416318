import type { FieldNode } from "graphql";
import { bytesToHex } from "../values/bytes.ts";
import { coerceScalar } from "./coerce-input.ts";
import type { InputValue, Variables } from "./input-value.ts";
import type { BlockConstraint } from "./plan.ts";
import { argumentOf, invalidArgument } from "./plan-collection.ts";

const KEYS = ["hash", "number", "number_gte"];

/** Reads the `block` argument; of several keys `hash` wins over `number` over `number_gte`, as in graph-node. */
export function planBlock(node: FieldNode, variables: Variables): BlockConstraint {
  const input = argumentOf(node, "block", variables);
  if (input === undefined || input.kind === "null") return { kind: "latest" };
  if (input.kind !== "object" || [...input.fields.keys()].some((key) => !KEYS.includes(key))) {
    throw invalidArgument("block", input, node);
  }
  const constraint =
    readHash(input.fields) ?? readNumber(input.fields, "number") ?? readNumber(input.fields, "number_gte");
  if (constraint === undefined) throw invalidArgument("block", input, node);
  return constraint;
}

function readHash(fields: ReadonlyMap<string, InputValue>): BlockConstraint | undefined {
  const input = fields.get("hash");
  const hash = input === undefined ? undefined : coerceScalar(input, "Bytes");
  return hash instanceof Uint8Array ? { kind: "hash", hash: bytesToHex(hash) } : undefined;
}

function readNumber(
  fields: ReadonlyMap<string, InputValue>,
  key: "number" | "number_gte",
): BlockConstraint | undefined {
  const input = fields.get(key);
  const number = input === undefined ? undefined : coerceScalar(input, "Int");
  return typeof number === "number" ? { kind: key, number } : undefined;
}
