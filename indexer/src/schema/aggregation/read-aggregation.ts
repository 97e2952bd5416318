import { type ConstDirectiveNode, type ConstValueNode, Kind, type ObjectTypeDefinitionNode } from "graphql";
import type { FieldModel } from "../model.ts";
import { SchemaError } from "../schema-error.ts";
import { type AggregateModel, type AggregationModel, INTERVAL_SECONDS, type Interval } from "./model.ts";
import { readAggregate } from "./read-aggregate.ts";

/** Reads a type with `@aggregation`; `sourceFields` gives the fields of a timeseries, undefined for any other type. Throws `SchemaError`. */
export function readAggregation(
  definition: ObjectTypeDefinitionNode,
  fields: readonly FieldModel[],
  sourceFields: (name: string) => readonly FieldModel[] | undefined,
): AggregationModel {
  const name = definition.name.value;
  const directive = onlyDirective(definition);
  const intervals = readIntervals(name, directive);
  const source = readSource(name, directive);
  const sourced = sourceFields(source);
  if (sourced === undefined) {
    throw new SchemaError(
      `aggregation \`${name}\` has the source \`${source}\`, which is not a timeseries: name a type with \`@entity(timeseries: true)\``,
    );
  }
  checkSystemFields(name, fields);
  const dimensions: FieldModel[] = [];
  const aggregates: AggregateModel[] = [];
  for (const [index, field] of fields.entries()) {
    const aggregate = definition.fields?.[index]?.directives?.find((item) => item.name.value === "aggregate");
    if (aggregate !== undefined) aggregates.push(readAggregate(name, field, aggregate, source, sourced));
    else if (field.name !== "id" && field.name !== "timestamp") {
      checkDimension(name, field, source, sourced);
      dimensions.push(field);
    }
  }
  if (aggregates.length === 0) {
    throw new SchemaError(
      `aggregation \`${name}\` has no \`@aggregate\` field: add one, such as \`count: Int8! @aggregate(fn: "count")\``,
    );
  }
  return {
    name,
    description: definition.description?.value ?? null,
    intervals,
    source,
    idType: "Int8",
    fields,
    dimensions,
    aggregates,
  };
}

/** The value of a directive's argument. */
export function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

/** Refuses arguments that a directive does not have; throws `SchemaError`. */
export function checkArguments(directive: ConstDirectiveNode, known: readonly string[], place: string): void {
  const unknown = directive.arguments?.find((argument) => !known.includes(argument.name.value));
  if (unknown === undefined) return;
  throw new SchemaError(
    `${place}: \`@${directive.name.value}\` has no argument \`${unknown.name.value}\`; use ${known.join(", ")}`,
  );
}

function onlyDirective(definition: ObjectTypeDefinitionNode): ConstDirectiveNode {
  const name = definition.name.value;
  const [directive, other] = definition.directives ?? [];
  if (directive === undefined || other !== undefined) {
    throw new SchemaError(`aggregation \`${name}\` may only have the directive \`@aggregation\`: remove the others`);
  }
  if ((definition.interfaces ?? []).length > 0) {
    throw new SchemaError(`aggregation \`${name}\` implements an interface, which only entity types can: remove it`);
  }
  checkArguments(directive, ["intervals", "source"], `aggregation \`${name}\``);
  return directive;
}

function readIntervals(name: string, directive: ConstDirectiveNode): readonly Interval[] {
  const value = argumentOf(directive, "intervals");
  const known = Object.keys(INTERVAL_SECONDS) as Interval[];
  const isList = value?.kind === Kind.LIST && value.values.length > 0;
  if (!isList || value.values.some((item) => item.kind !== Kind.STRING)) {
    throw new SchemaError(
      `aggregation \`${name}\` needs a list of \`intervals\`, such as \`intervals: ["hour", "day"]\``,
    );
  }
  const given = value.values.map((item) => (item.kind === Kind.STRING ? item.value : ""));
  const unknown = given.find((interval) => !(known as string[]).includes(interval));
  if (unknown !== undefined) {
    throw new SchemaError(
      `aggregation \`${name}\`: the interval \`${unknown}\` is not supported; use ${known.join(" or ")}`,
    );
  }
  return known.filter((interval) => given.includes(interval));
}

function readSource(name: string, directive: ConstDirectiveNode): string {
  const value = argumentOf(directive, "source");
  if (value?.kind === Kind.STRING) return value.value;
  throw new SchemaError(`aggregation \`${name}\` needs the argument \`source\`: the name of a timeseries, as text`);
}

function checkSystemFields(name: string, fields: readonly FieldModel[]): void {
  const has = (field: string, type: string): boolean =>
    fields.some(
      (item) =>
        item.name === field && item.base.kind === "scalar" && item.base.name === type && item.nonNull && !item.list,
    );
  if (!has("id", "Int8") || !has("timestamp", "Timestamp")) {
    throw new SchemaError(`aggregation \`${name}\` needs the fields \`id: Int8!\` and \`timestamp: Timestamp!\``);
  }
}

function checkDimension(name: string, field: FieldModel, source: string, sourced: readonly FieldModel[]): void {
  const place = `field \`${name}.${field.name}\``;
  if (field.derivedFrom !== null) {
    throw new SchemaError(`${place} is derived, which fields of aggregations cannot be: remove \`@derivedFrom\``);
  }
  const original = sourced.find((candidate) => candidate.name === field.name);
  if (original === undefined || original.derivedFrom !== null) {
    throw new SchemaError(
      `${place} has no \`@aggregate\`, so it is a dimension, but the source \`${source}\` stores no field \`${field.name}\`: add either`,
    );
  }
  const same = original.base.kind === field.base.kind && original.base.name === field.base.name;
  if (!same || original.list !== field.list) {
    throw new SchemaError(
      `${place} is of type ${field.base.name}, but \`${source}.${field.name}\` is of type ${original.base.name}: give both the same type`,
    );
  }
}
