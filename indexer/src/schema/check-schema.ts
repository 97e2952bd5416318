import { rootFieldNames } from "./api-names.ts";
import {
  type CompositeModel,
  compositeOf,
  type EntityTypeModel,
  type FieldModel,
  type InterfaceModel,
  type SchemaModel,
} from "./model.ts";
import { isScalarName } from "./read-field.ts";
import { SchemaError } from "./schema-error.ts";
import { snakeCase } from "./snake-case.ts";

/** Names that the generated API uses itself. */
const RESERVED_TYPES = [
  "Query",
  "Mutation",
  "Subscription",
  "Float",
  "OrderDirection",
  "Block_height",
  "BlockChangedFilter",
  "Aggregation_interval",
  "Aggregation_current",
  "LogLevel",
];

/** Checks what needs the whole schema: names, interfaces, derived fields, timeseries; throws `SchemaError`. */
export function checkSchema(model: SchemaModel): void {
  checkTypeNames(model);
  for (const type of [...model.interfaces.values(), ...model.entities.values()]) {
    checkFieldNames(type);
    for (const field of type.fields) if (field.derivedFrom !== null) checkDerivedField(model, type, field);
  }
  for (const entity of model.entities.values()) {
    checkInterfaces(model, entity);
    if (entity.timeseries) checkTimeseries(entity);
  }
  for (const type of model.aggregations.values()) checkFieldNames(type);
  checkReferences(model);
  checkSearches(model);
  for (const type of model.enums.values()) {
    checkUnique(
      type.values.map((value) => value.name),
      (name) => name,
      (name) => `enum \`${type.name}\` has the value \`${name}\` twice`,
    );
  }
}

function checkTypeNames(model: SchemaModel): void {
  const names = [
    ...model.entities.keys(),
    ...model.interfaces.keys(),
    ...model.aggregations.keys(),
    ...model.enums.keys(),
    ...model.inputs.keys(),
  ];
  checkUnique(
    names,
    (name) => name,
    (name) => `type \`${name}\` is defined twice: rename or remove one of them`,
  );
  const composites = [...model.entities.keys(), ...model.interfaces.keys(), ...model.aggregations.keys()];
  const generated = new Set(composites.flatMap((name) => [`${name}_filter`, `${name}_orderBy`]));
  for (const name of names) {
    if (name.startsWith("_") || RESERVED_TYPES.includes(name) || isScalarName(name) || generated.has(name)) {
      throw new SchemaError(`the type name \`${name}\` is reserved: choose another`);
    }
  }
  checkUnique(
    [...model.entities.keys(), ...model.enums.keys(), ...tablesOfAggregations(model)],
    snakeCase,
    (name) => `type \`${name}\` and another have the same SQL name \`${snakeCase(name)}\`: rename one of them`,
  );
}

function tablesOfAggregations(model: SchemaModel): string[] {
  return [...model.aggregations.values()].flatMap(({ name, intervals }) =>
    intervals.map((interval) => `${name}_${interval}`),
  );
}

/** Aggregations have rows for each interval, so that no id tells one of them. */
function checkReferences(model: SchemaModel): void {
  for (const type of [...model.interfaces.values(), ...model.entities.values(), ...model.aggregations.values()]) {
    const stored = type.fields.find((field) => field.derivedFrom === null && model.aggregations.has(field.base.name));
    if (stored === undefined) continue;
    throw new SchemaError(
      `field \`${type.name}.${stored.name}\` refers to the aggregation \`${stored.base.name}\`: derive it with \`@derivedFrom\``,
    );
  }
}

/** A search is a root field, and a column of its entity's table. */
function checkSearches(model: SchemaModel): void {
  const roots = new Set<string>();
  for (const name of [...model.entities.keys(), ...model.interfaces.keys(), ...model.aggregations.keys()]) {
    const { singular, plural } = rootFieldNames(name);
    roots.add(singular).add(plural);
  }
  for (const { name, entity } of model.fulltext) {
    const columns = model.entities.get(entity)?.fields.map((field) => snakeCase(field.name)) ?? [];
    if (roots.has(name) || columns.includes(snakeCase(name))) {
      throw new SchemaError(
        `full-text search \`${name}\` has the name of a root field or of a field of \`${entity}\`: choose another`,
      );
    }
    roots.add(name);
  }
}

function checkFieldNames(type: CompositeModel): void {
  checkUnique(
    type.fields.map((field) => field.name),
    (name) => name,
    (name) => `field \`${type.name}.${name}\` is defined twice: rename or remove one of them`,
  );
  checkUnique(
    type.fields.filter((field) => field.derivedFrom === null).map((field) => field.name),
    snakeCase,
    (name) =>
      `field \`${type.name}.${name}\` and another have the same SQL name \`${snakeCase(name)}\`: rename one of them`,
  );
}

function checkUnique(names: readonly string[], key: (name: string) => string, message: (name: string) => string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(key(name))) throw new SchemaError(message(name));
    seen.add(key(name));
  }
}

function checkDerivedField(model: SchemaModel, type: EntityTypeModel | InterfaceModel, field: FieldModel): void {
  const place = `field \`${type.name}.${field.name}\``;
  if (field.base.kind !== "reference") {
    throw new SchemaError(`${place} is derived but not of an entity type: remove \`@derivedFrom\``);
  }
  const target = compositeOf(model, field.base.name);
  const back = target?.fields.find((candidate) => candidate.name === field.derivedFrom);
  if (back === undefined) {
    throw new SchemaError(
      `${place} is derived from \`${field.base.name}.${field.derivedFrom}\`, which does not exist: add that field or name another`,
    );
  }
  if (back.derivedFrom !== null) {
    throw new SchemaError(
      `${place} is derived from \`${field.base.name}.${back.name}\`, which is itself derived: derive from a stored field`,
    );
  }
  // graph-node allows deriving from `id`: the two entities then share their id.
  if (back.name === "id") return;
  if (back.base.kind !== "reference" || !pointsAt(model, back.base.name, type)) {
    throw new SchemaError(
      `${place} is derived from \`${field.base.name}.${back.name}\`, which is not of type \`${type.name}\``,
    );
  }
}

/** Whether a reference to `name` may hold entities of `type`. */
function pointsAt(model: SchemaModel, name: string, type: EntityTypeModel | InterfaceModel): boolean {
  if (name === type.name) return true;
  if ("interfaces" in type) return type.interfaces.includes(name);
  // An interface's derived field may point back through any of the types that implement it.
  return type.implementations.some(
    (entity) => entity === name || model.entities.get(entity)?.interfaces.includes(name),
  );
}

function checkInterfaces(model: SchemaModel, entity: EntityTypeModel): void {
  for (const name of entity.interfaces) {
    const contract = model.interfaces.get(name);
    if (contract === undefined) {
      throw new SchemaError(`type \`${entity.name}\` implements \`${name}\`, which is not an interface of this schema`);
    }
    if (contract.idType !== entity.idType) {
      throw new SchemaError(
        `type \`${entity.name}\` has ids of type ${entity.idType}, but others that implement \`${name}\` have ${contract.idType}: use one id type`,
      );
    }
    for (const field of contract.fields) checkImplementation(entity, name, field);
  }
}

function checkImplementation(entity: EntityTypeModel, interfaceName: string, field: FieldModel): void {
  const own = entity.fields.find((candidate) => candidate.name === field.name);
  if (own === undefined) {
    throw new SchemaError(
      `type \`${entity.name}\` lacks the field \`${field.name}\` of its interface \`${interfaceName}\`: add it`,
    );
  }
  const same = own.base.kind === field.base.kind && own.base.name === field.base.name && own.list === field.list;
  if (!same || (own.derivedFrom === null) !== (field.derivedFrom === null)) {
    throw new SchemaError(
      `field \`${entity.name}.${field.name}\` differs from that of its interface \`${interfaceName}\`: give both the same type`,
    );
  }
}

function checkTimeseries(entity: EntityTypeModel): void {
  const timestamp = entity.fields.find((field) => field.name === "timestamp");
  const valid = timestamp?.base.kind === "scalar" && timestamp.base.name === "Timestamp" && timestamp.nonNull;
  if (entity.idType !== "Int8" || !valid || timestamp.list) {
    throw new SchemaError(`timeseries \`${entity.name}\` needs the fields \`id: Int8!\` and \`timestamp: Timestamp!\``);
  }
}
