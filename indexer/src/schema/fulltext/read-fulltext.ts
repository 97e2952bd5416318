import {
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type ConstValueNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { argumentOf, checkArguments } from "../aggregation/read-aggregation.ts";
import type { EntityTypeModel } from "../model.ts";
import { SchemaError } from "../schema-error.ts";
import type { FulltextAlgorithm, FulltextModel } from "./model.ts";

/** PostgreSQL's text search configurations by the language codes of graph-node. */
const CONFIGURATIONS: ReadonlyMap<string, string> = new Map([
  ["simple", "simple"],
  ["da", "danish"],
  ["nl", "dutch"],
  ["en", "english"],
  ["fi", "finnish"],
  ["fr", "french"],
  ["de", "german"],
  ["hu", "hungarian"],
  ["it", "italian"],
  ["no", "norwegian"],
  ["pt", "portuguese"],
  ["ro", "romanian"],
  ["ru", "russian"],
  ["es", "spanish"],
  ["sv", "swedish"],
  ["tr", "turkish"],
]);

const ALGORITHMS: readonly FulltextAlgorithm[] = ["rank", "proximityRank"];

const EXAMPLE = '`include: [{ entity: "Post", fields: [{ name: "title" }] }]`';

/** Reads the `@fulltext` directives of the type `_Schema_`; throws `SchemaError`. */
export function readFulltext(
  definition: ObjectTypeDefinitionNode,
  entities: ReadonlyMap<string, EntityTypeModel>,
): readonly FulltextModel[] {
  if ((definition.fields ?? []).length > 0) {
    throw new SchemaError("`_Schema_` is only for `@fulltext` and must not have any fields: remove them");
  }
  const other = definition.directives?.find((directive) => directive.name.value !== "fulltext");
  if (other !== undefined) {
    throw new SchemaError(`\`_Schema_\` only allows \`@fulltext\`: remove \`@${other.name.value}\``);
  }
  return (definition.directives ?? []).map((directive) => readSearch(directive, entities));
}

function readSearch(directive: ConstDirectiveNode, entities: ReadonlyMap<string, EntityTypeModel>): FulltextModel {
  const nameNode = argumentOf(directive, "name");
  if (nameNode?.kind !== Kind.STRING || !/^[A-Za-z]\w*$/.test(nameNode.value)) {
    throw new SchemaError(
      '`@fulltext` needs the argument `name`: a GraphQL name as text, such as `name: "postSearch"`',
    );
  }
  const name = nameNode.value;
  const place = `full-text search \`${name}\``;
  checkArguments(directive, ["name", "language", "algorithm", "include"], place);
  const language = readChoice(directive, "language", [...CONFIGURATIONS.keys()], place);
  const algorithm = readChoice(directive, "algorithm", ALGORITHMS, place);
  return {
    name,
    configuration: CONFIGURATIONS.get(language) ?? "simple",
    algorithm,
    ...readInclude(argumentOf(directive, "include"), entities, place),
  };
}

function readChoice<T extends string>(
  directive: ConstDirectiveNode,
  argument: string,
  choices: readonly T[],
  place: string,
): T {
  const value = argumentOf(directive, argument);
  const choice = value?.kind === Kind.ENUM ? choices.find((candidate) => candidate === value.value) : undefined;
  if (choice !== undefined) return choice;
  const found = value === undefined ? "is missing" : "is none of these";
  throw new SchemaError(`${place}: \`${argument}\` ${found}: use one of ${choices.join(", ")}, without quotes`);
}

function readInclude(
  value: ConstValueNode | undefined,
  entities: ReadonlyMap<string, EntityTypeModel>,
  place: string,
): Pick<FulltextModel, "entity" | "fields"> {
  const [include, another] = value?.kind === Kind.LIST ? value.values : [];
  if (include?.kind !== Kind.OBJECT) throw new SchemaError(`${place} needs ${EXAMPLE}`);
  if (another !== undefined) throw new SchemaError(`${place} includes several entity types: it can search one`);
  const entityName = textOf(include, "entity");
  const fields = include.fields.find((field) => field.name.value === "fields")?.value;
  if (entityName === undefined || fields?.kind !== Kind.LIST || fields.values.length === 0) {
    throw new SchemaError(`${place} needs ${EXAMPLE}`);
  }
  const entity = entities.get(entityName);
  if (entity === undefined) throw new SchemaError(`${place} includes \`${entityName}\`, which is not an entity type`);
  const names = fields.values.map((field) => {
    const name = field.kind === Kind.OBJECT ? textOf(field, "name") : undefined;
    if (name === undefined)
      throw new SchemaError(`${place}: each of \`fields\` needs a \`name\`, such as \`{ name: "title" }\``);
    checkField(entity, name, place);
    return name;
  });
  return { entity: entityName, fields: [...new Set(names)] };
}

function checkField(entity: EntityTypeModel, name: string, place: string): void {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field?.base.kind === "scalar" && field.base.name === "String" && !field.list) return;
  throw new SchemaError(`${place} includes \`${entity.name}.${name}\`, which is not a field of type String`);
}

function textOf(object: ConstObjectValueNode, name: string): string | undefined {
  const value = object.fields.find((field) => field.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
