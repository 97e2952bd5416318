import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  MaxIntrospectionDepthRule,
  type OperationDefinitionNode,
  validate,
  visit,
} from "graphql";
import type { JsonValue } from "../values/json.ts";
import type { CollectedField } from "./collect-fields.ts";
import { QueryError } from "./query-error.ts";

/** Answers one `__schema` or `__type` field of a query with graphql-js; throws `QueryError` when it finds fault with it. */
export function introspect(
  apiSchema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: CollectedField,
  variables: Readonly<Record<string, unknown>>,
): JsonValue {
  const node: FieldNode = {
    ...field.node,
    selectionSet: { kind: Kind.SELECTION_SET, selections: field.selectionSets.flatMap((set) => set.selections) },
  };
  const used = usedVariables(document, node);
  const narrowed: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: (operation.variableDefinitions ?? []).filter((item) => used.has(item.variable.name.value)),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
  };
  const fragments = document.definitions.filter((item) => item.kind === Kind.FRAGMENT_DEFINITION);
  const narrow: DocumentNode = { kind: Kind.DOCUMENT, definitions: [narrowed, ...fragments] };
  // Types of fields of types of fields: each level multiplies the answer.
  const [tooDeep] = validate(apiSchema, narrow, [MaxIntrospectionDepthRule]);
  if (tooDeep !== undefined) throw new QueryError(tooDeep.message, node);
  const result = executeSync({ schema: apiSchema, document: narrow, variableValues: variables });
  const error = result.errors?.[0];
  if (error !== undefined) throw new QueryError(error.message, node, error);
  return (result.data?.[field.key] ?? null) as JsonValue;
}

/** Names of the variables in a field and in all fragments; others may be of types that only the query engine reads. */
function usedVariables(document: DocumentNode, field: FieldNode): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = { Variable: (node: { name: { value: string } }) => void names.add(node.name.value) };
  visit(field, collect);
  for (const item of document.definitions) if (item.kind === Kind.FRAGMENT_DEFINITION) visit(item, collect);
  return names;
}
