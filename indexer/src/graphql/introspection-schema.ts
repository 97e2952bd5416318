import {
  type DocumentNode,
  type FieldNode,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  introspectionTypes,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  SchemaMetaFieldDef,
  TypeInfo,
  TypeMetaFieldDef,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What resolvers about a schema are told. */
export interface IntrospectionContext {
  /** The schema that is asked about. */
  readonly schema: GraphQLSchema;
  /** Takes room for a value of so many characters; false when there is none left. */
  take(characters: number): boolean;
}

type Resolver = GraphQLFieldResolver<unknown, IntrospectionContext>;

/**
 * graphql-js's fields about a schema as fields like others, `schema` and `type`, made to count what they are asked for: few words of a
 * query can ask for all fields of all types any number of times, and graphql-js answers without a pause. What a query calls them is
 * changed by `renameIntrospection`.
 */
export const introspectionFields: GraphQLFieldConfigMap<unknown, IntrospectionContext> = copyFields();

/** A query of `schema` that asks for `introspectionFields` under their names here. */
export function renameIntrospection(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const isOther = (node: FieldNode): boolean => {
    const parent = types.getParentType();
    return node.name.value === "__typename" && (!parent || !isIntrospectionType(parent));
  };
  const visitor = {
    Field: { leave: (node: FieldNode) => (isOther(node) ? undefined : renameField(node)) },
    NamedType: { leave: renameType },
  };
  return visit(document, visitWithTypeInfo(types, visitor));
}

/** Names that begin with `__` are none that a schema may use. */
function ownName(name: string): string {
  return name.replace(/^__/, "");
}

function renameField(node: FieldNode): FieldNode | undefined {
  const value = ownName(node.name.value);
  if (value === node.name.value) return undefined;
  return { ...node, alias: node.alias ?? node.name, name: { kind: Kind.NAME, value } };
}

function renameType(node: NamedTypeNode): NamedTypeNode {
  return { ...node, name: { kind: Kind.NAME, value: ownName(node.name.value) } };
}

function copyFields(): GraphQLFieldConfigMap<unknown, IntrospectionContext> {
  const copies = new Map<string, GraphQLOutputType>();
  const copyOf = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) return new GraphQLNonNull(copyOf(type.ofType));
    if (isListType(type)) return new GraphQLList(copyOf(type.ofType));
    return copies.get(type.name) ?? type;
  };
  for (const type of introspectionTypes) {
    if (isObjectType(type)) copies.set(type.name, copyObject(type, copyOf));
  }
  return { schema: rootField(SchemaMetaFieldDef, copyOf), type: rootField(TypeMetaFieldDef, copyOf) };
}

function rootField(
  { type, args, resolve }: typeof SchemaMetaFieldDef,
  copyOf: (type: GraphQLOutputType) => GraphQLOutputType,
): GraphQLFieldConfig<unknown, IntrospectionContext> {
  return {
    type: copyOf(type),
    args: Object.fromEntries(args.map((argument) => [argument.name, { type: argument.type }])),
    resolve: counted(resolve as Resolver),
  };
}

function copyObject(
  original: GraphQLObjectType,
  copyOf: (type: GraphQLOutputType) => GraphQLOutputType,
): GraphQLObjectType {
  const config = original.toConfig();
  return new GraphQLObjectType({
    ...config,
    name: ownName(original.name),
    fields: () => ({
      ...Object.fromEntries(
        Object.entries(config.fields).map(([name, field]) => [
          name,
          { ...field, type: copyOf(field.type), resolve: counted(field.resolve as Resolver) },
        ]),
      ),
      typename: { type: new GraphQLNonNull(GraphQLString), resolve: counted(() => original.name) },
    }),
  });
}

/** Answers nothing more when there is no room: what was answered by then is thrown away. */
function counted(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    if (!context.take(0)) return null;
    const value: unknown = resolve(source, args, context, { ...info, schema: context.schema });
    if (typeof value === "string") return context.take(value.length) ? value : null;
    return isList(value) ? whileRoom(value, context) : value;
  };
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function* whileRoom(items: Iterable<unknown>, context: IntrospectionContext): Generator<unknown> {
  for (const item of items) {
    if (!context.take(0)) return;
    yield item;
  }
}
