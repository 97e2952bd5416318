import { Kind, type OperationDefinitionNode } from "graphql";
import { type InputValue, inputFromAst, inputFromJson, type Variables } from "./input-value.ts";
import { QueryError } from "./query-error.ts";

/** The values of an operation's variables with their defaults; throws `QueryError` when a required one is missing. */
export function readVariables(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>): Variables {
  const variables = new Map<string, InputValue>();
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const json = Object.hasOwn(given, name) ? inputFromJson(given[name]) : undefined;
    const value =
      json ?? (definition.defaultValue === undefined ? undefined : inputFromAst(definition.defaultValue, new Map()));
    const required = definition.type.kind === Kind.NON_NULL_TYPE;
    if (required && (value === undefined || value.kind === "null")) {
      throw new QueryError(`No value provided for required variable \`${name}\``, definition);
    }
    if (value !== undefined) variables.set(name, value);
  }
  return variables;
}
