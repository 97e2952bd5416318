import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { debugInput, type InputValue, inputFromAst, inputFromJson, type Variables } from "./input-value.ts";
import { QueryError } from "./query-error.ts";

const MAX_INT = 2n ** 31n - 1n;

/**
 * The values of an operation's variables with their defaults; throws `QueryError` when a required one is missing, or one is not of the type
 * that it is declared with.
 */
export function readVariables(
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  apiSchema: GraphQLSchema,
): Variables {
  const variables = new Map<string, InputValue>();
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeOf(definition, apiSchema);
    const value = givenValue(definition, given);
    if (value === undefined) {
      if (isNonNullType(type)) throw new QueryError(`No value provided for required variable \`${name}\``, definition);
      continue;
    }
    if (!fits(value, type)) {
      throw new QueryError(`Invalid value provided for argument \`${name}\`: ${debugInput(value)}`, definition);
    }
    variables.set(name, value);
  }
  return variables;
}

function typeOf(definition: VariableDefinitionNode, apiSchema: GraphQLSchema): GraphQLInputType {
  const type = typeFromAST(apiSchema, definition.type);
  if (isInputType(type)) return type;
  throw new QueryError(`Variable \`${definition.variable.name.value}\` must have an input type`, definition);
}

function givenValue(
  { variable, defaultValue }: VariableDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): InputValue | undefined {
  const name = variable.name.value;
  const json = Object.hasOwn(given, name) ? inputFromJson(given[name]) : undefined;
  return json ?? (defaultValue === undefined ? undefined : inputFromAst(defaultValue, new Map()));
}

/** Whether a value has the form that its type asks for; what its text says is checked where it is used. */
function fits(value: InputValue, type: GraphQLInputType): boolean {
  if (isNonNullType(type)) return value.kind !== "null" && fits(value, type.ofType);
  if (value.kind === "null") return true;
  if (isListType(type)) {
    return value.kind === "list" ? value.items.every((item) => fits(item, type.ofType)) : fits(value, type.ofType);
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    if (value.kind !== "object") return false;
    return [...value.fields].every(([name, item]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field !== undefined && fits(item, field.type);
    });
  }
  if (isEnumType(type)) {
    return (value.kind === "enum" || value.kind === "string") && type.getValue(value.text) !== undefined;
  }
  return fitsScalar(value, type.name);
}

function fitsScalar(value: InputValue, type: string): boolean {
  switch (type) {
    case "Boolean":
      return value.kind === "boolean";
    case "Int":
      return value.kind === "int" && BigInt(value.text) <= MAX_INT && BigInt(value.text) >= -MAX_INT - 1n;
    case "ID":
    case "Int8":
    case "BigInt":
      return value.kind === "int" || value.kind === "string";
    case "BigDecimal":
      return value.kind === "int" || value.kind === "float" || value.kind === "string";
    case "Timestamp":
      return value.kind === "string" && /^[+-]?\d+$/.test(value.text);
    case "String":
    case "Bytes":
      return value.kind === "string";
    // graph-node knows no way to read a Float.
    default:
      return false;
  }
}
