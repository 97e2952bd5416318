import { type ConstDirectiveNode, Kind } from "graphql";
import type { FieldModel } from "../model.ts";
import { SchemaError } from "../schema-error.ts";
import type { AggregateFunction, AggregateModel } from "./model.ts";
import { parseExpression } from "./parse-expression.ts";
import { argumentOf, checkArguments } from "./read-aggregation.ts";
import { fieldsIn, type SqlExpression } from "./sql-expression.ts";

const FUNCTIONS: readonly AggregateFunction[] = ["sum", "min", "max", "count", "first", "last"];

/** Numeric types, each holding all values of those before it. */
const NUMERIC = ["Int", "Int8", "BigInt", "BigDecimal"];

/** Reads a field's `@aggregate`; throws `SchemaError` when its function, argument or type do not go together. */
export function readAggregate(
  owner: string,
  field: FieldModel,
  directive: ConstDirectiveNode,
  source: string,
  sourced: readonly FieldModel[],
): AggregateModel {
  const place = `field \`${owner}.${field.name}\``;
  checkArguments(directive, ["fn", "arg", "cumulative"], place);
  const fn = readFunction(directive, place);
  checkResult(field, fn, place);
  const argument = fn === "count" ? null : readArgument(directive, fn, place);
  if (argument !== null) {
    for (const name of fieldsIn(argument)) checkOperand(field, fn, name, { place, source, sourced });
  }
  return { field, fn, argument, cumulative: readCumulative(directive, place) };
}

function readFunction(directive: ConstDirectiveNode, place: string): AggregateFunction {
  const value = argumentOf(directive, "fn");
  const name = value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
  const fn = FUNCTIONS.find((candidate) => candidate === name);
  if (fn !== undefined) return fn;
  throw new SchemaError(
    `${place}: \`@aggregate\` ${name === undefined ? "needs the argument `fn`" : `does not know the function \`${name}\``}; use one of ${FUNCTIONS.join(", ")}`,
  );
}

function readArgument(directive: ConstDirectiveNode, fn: AggregateFunction, place: string): SqlExpression {
  const value = argumentOf(directive, "arg");
  if (value?.kind !== Kind.STRING) {
    throw new SchemaError(
      `${place}: \`${fn}\` needs the argument \`arg\`: a field of the source or an expression, as text`,
    );
  }
  try {
    return parseExpression(value.value);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    throw new SchemaError(`${place}: \`arg: "${value.value}"\` cannot be read: ${error.message}`, { cause: error });
  }
}

function readCumulative(directive: ConstDirectiveNode, place: string): boolean {
  const value = argumentOf(directive, "cumulative");
  if (value === undefined) return false;
  if (value.kind === Kind.BOOLEAN) return value.value;
  throw new SchemaError(`${place}: \`cumulative\` must be true or false`);
}

function checkResult(field: FieldModel, fn: AggregateFunction, place: string): void {
  if (field.list || field.derivedFrom !== null) {
    throw new SchemaError(`${place} is ${field.list ? "a list" : "derived"}, which an aggregate cannot be`);
  }
  if (isNumeric(field)) return;
  if (fn !== "first" && fn !== "last") {
    throw new SchemaError(`${place}: \`${fn}\` gives a number: use one of the types ${NUMERIC.join(", ")}`);
  }
  const isPlain = field.base.kind === "scalar" && ["Bytes", "String"].includes(field.base.name);
  if (!isPlain && field.base.kind !== "reference") {
    throw new SchemaError(`${place}: \`${fn}\` gives a number, Bytes, String or a reference: use one of these types`);
  }
}

function checkOperand(
  field: FieldModel,
  fn: AggregateFunction,
  name: string,
  { place, source, sourced }: { place: string; source: string; sourced: readonly FieldModel[] },
): void {
  const operand = sourced.find((candidate) => candidate.name === name);
  if (operand === undefined || operand.derivedFrom !== null) {
    throw new SchemaError(`${place}: \`arg\` uses \`${name}\`, which the source \`${source}\` does not store`);
  }
  const type = operand.base.name;
  if (isNumeric(operand) && isNumeric(field)) {
    if (NUMERIC.indexOf(type) <= NUMERIC.indexOf(field.base.name)) return;
    throw new SchemaError(
      `${place} is of type ${field.base.name}, but \`arg\` uses \`${name}\` of the wider type ${type}: use ${type}`,
    );
  }
  const isFirstOrLast = fn === "first" || fn === "last";
  if (isFirstOrLast && !operand.list && type === field.base.name && operand.base.kind === field.base.kind) return;
  throw new SchemaError(
    `${place}: \`arg\` uses \`${source}.${name}\` of type ${operand.list ? `[${type}]` : type}, which \`${fn}\` cannot make ${field.base.name} of`,
  );
}

function isNumeric(field: FieldModel): boolean {
  return field.base.kind === "scalar" && NUMERIC.includes(field.base.name) && !field.list;
}
