import {
  GraphQLEnumType,
  type GraphQLEnumValueConfigMap,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  Kind,
  type ListTypeNode,
  type NamedTypeNode,
  type TypeNode,
} from "graphql";
import type { CompositeModel, InputModel, SchemaModel } from "../schema/model.ts";
import { found, type Registry } from "./api-registry.ts";
import { type FilterField, filterFieldsOf } from "./filter-fields.ts";
import { orderNamesOf } from "./order-names.ts";

/** The input type of the `where` argument for a type. */
export function buildFilter(registry: Registry, typeName: string): GraphQLInputObjectType {
  const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: `${typeName}_filter`,
    fields: () => {
      const config: GraphQLInputFieldConfigMap = {};
      for (const field of filterFieldsOf(registry.model, typeName)) {
        config[field.key] = { type: filterInput(registry, field) };
      }
      config._change_block = {
        type: registry.types.blockChangedFilter,
        description: "Filter for the block changed event.",
      };
      config.and = { type: new GraphQLList(filter) };
      config.or = { type: new GraphQLList(filter) };
      return config;
    },
  });
  return filter;
}

function filterInput(registry: Registry, field: FilterField): GraphQLInputType {
  if (field.kind === "child") return found(field.target, registry.filters.get(field.target));
  const base = found(
    field.inputType,
    registry.types.scalars.get(field.inputType) ?? registry.enums.get(field.inputType),
  );
  return field.list ? new GraphQLList(new GraphQLNonNull(base)) : base;
}

/** The enum of the `orderBy` argument for a type. */
export function buildOrder(model: SchemaModel, type: CompositeModel): GraphQLEnumType {
  const values: GraphQLEnumValueConfigMap = {};
  for (const name of orderNamesOf(model, type.name)) values[name] = {};
  return new GraphQLEnumType({ name: `${type.name}_orderBy`, values });
}

/** An input type of the schema itself. */
export function buildInput(registry: Registry, type: InputModel): GraphQLInputObjectType {
  const { types, enums, inputs } = registry;
  const typeOf = (node: TypeNode): GraphQLInputType =>
    node.kind === Kind.NON_NULL_TYPE ? new GraphQLNonNull(nullableOf(node.type)) : nullableOf(node);
  const nullableOf = (node: NamedTypeNode | ListTypeNode) => {
    if (node.kind === Kind.LIST_TYPE) return new GraphQLList(typeOf(node.type));
    const name = node.name.value;
    return found(name, types.scalars.get(name) ?? enums.get(name) ?? inputs.get(name));
  };
  return new GraphQLInputObjectType({
    name: type.name,
    description: type.description,
    fields: () =>
      Object.fromEntries(
        type.fields.map((field) => [field.name, { type: typeOf(field.type), description: field.description }]),
      ),
  });
}
