import type {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLOutputType,
} from "graphql";
import type { SchemaModel } from "../schema/model.ts";
import type { ApiTypes } from "./api-types.ts";

/** Everything generated so far, by name; fields look types up when graphql-js asks for them, so cycles are no problem. */
export interface Registry {
  readonly model: SchemaModel;
  readonly types: ApiTypes;
  readonly enums: ReadonlyMap<string, GraphQLEnumType>;
  readonly inputs: Map<string, GraphQLInputObjectType>;
  readonly outputs: Map<string, GraphQLObjectType | GraphQLInterfaceType>;
  readonly filters: Map<string, GraphQLInputObjectType>;
  readonly orders: Map<string, GraphQLEnumType>;
}

/** The type of a field of entities: a scalar, an enum or what was generated for the name. */
export function outputType(registry: Registry, name: string): GraphQLOutputType {
  return found(name, registry.types.scalars.get(name) ?? registry.enums.get(name) ?? registry.outputs.get(name));
}

/** What was generated for a name; a `TypeError` shows that the order of generation is wrong. */
export function found<T>(name: string, type: T | undefined): T {
  if (type === undefined) throw new TypeError(`the API of ${name} was asked for before it was generated`);
  return type;
}
