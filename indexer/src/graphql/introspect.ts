import {
  type ASTNode,
  type DocumentNode,
  executeSync,
  type FieldNode,
  GraphQLObjectType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  specifiedScalarTypes,
  visit,
} from "graphql";
import type { JsonValue } from "../values/json.ts";
import type { CollectedField } from "./collect-fields.ts";
import { type IntrospectionContext, introspectionFields, renameIntrospection } from "./introspection-schema.ts";
import { QueryError } from "./query-error.ts";

/** Characters that a value counts beside its own. */
const VALUE_SIZE = 16;
/** Characters that an answer about the schema may have, and those for each of its types, fields, arguments and enum values. */
const BASE_SIZE = 2_000_000;
const ELEMENT_SIZE = 1_000;

const introspectionSchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: "Introspection", fields: introspectionFields }),
  // Of these are the variables that arguments take.
  types: specifiedScalarTypes,
});

/** Room for answers about a schema, which throws `QueryError` when it was not enough. */
export interface IntrospectionRoom {
  readonly context: IntrospectionContext;
  check(node?: ASTNode): void;
}

/** Room for several times as much as all that there is to say about a schema. */
export function createIntrospectionRoom(schema: GraphQLSchema): () => IntrospectionRoom {
  const limit = BASE_SIZE + ELEMENT_SIZE * countElements(schema);
  return () => {
    let left = limit;
    return {
      context: {
        schema,
        take(characters) {
          left -= characters + VALUE_SIZE;
          return left >= 0;
        },
      },
      check(node) {
        if (left >= 0) return;
        throw new QueryError(
          `query asks for more than ${limit} characters about the schema: ask for each part of it once`,
          node,
        );
      },
    };
  };
}

/** Answers about a schema, by response key. */
export type Introspect = (
  request: { readonly document: DocumentNode; readonly variables: Readonly<Record<string, unknown>> },
  operation: OperationDefinitionNode,
  fields: readonly CollectedField[],
) => ReadonlyMap<string, JsonValue>;

/** Answers all `__schema` and `__type` fields of a query with graphql-js, throwing `QueryError` when it finds fault with them. */
export function createIntrospection(schema: GraphQLSchema): Introspect {
  const openRoom = createIntrospectionRoom(schema);
  return ({ document, variables }, operation, fields) => {
    if (fields.length === 0) return new Map();
    const { context, check } = openRoom();
    const { data, errors } = executeSync({
      schema: introspectionSchema,
      document: renameIntrospection(narrow(document, operation, fields), schema),
      variableValues: variables,
      contextValue: context,
    });
    check(fields[0]?.node);
    const [error] = errors ?? [];
    if (error !== undefined) throw new QueryError(error.message, fields[0]?.node, error);
    return new Map(fields.map(({ key }) => [key, (data?.[key] ?? null) as JsonValue]));
  };
}

/** Types, fields, arguments and enum values. */
function countElements(schema: GraphQLSchema): number {
  return Object.values(schema.getTypeMap()).reduce((sum, type) => {
    if (isEnumType(type)) return sum + 1 + type.getValues().length;
    if (isInputObjectType(type)) return sum + 1 + Object.keys(type.getFields()).length;
    if (!isObjectType(type) && !isInterfaceType(type)) return sum + 1;
    return Object.values(type.getFields()).reduce((fields, field) => fields + 1 + field.args.length, sum + 1);
  }, 0);
}

/** A document of these fields alone, with the variables that they use: others may be of types that only the query engine reads. */
function narrow(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: readonly CollectedField[],
): DocumentNode {
  const selections = fields.map(({ key, node, selectionSets }): FieldNode => {
    const selectionSet = {
      kind: Kind.SELECTION_SET,
      selections: selectionSets.flatMap((set) => set.selections),
    } as const;
    return { ...node, alias: { kind: Kind.NAME, value: key }, selectionSet };
  });
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  const fragments = document.definitions.filter((item) => item.kind === Kind.FRAGMENT_DEFINITION);
  const used = new Set<string>();
  for (const node of [selectionSet, ...fragments]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter((item) =>
    used.has(item.variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions, selectionSet }, ...fragments],
  };
}
