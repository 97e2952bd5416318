import { type DocumentNode, type InputObjectTypeDefinitionNode, Kind, type TypeNode } from "graphql";
import type { InputFieldModel, InputModel } from "./model.ts";
import { isScalarName } from "./read-field.ts";
import { SchemaError } from "./schema-error.ts";

/**
 * Reads input types, which say nothing about entities but which queries may use for their variables. Throws `SchemaError` when a field is
 * neither of a scalar or enum nor of another input type.
 */
export function readInputs(
  document: DocumentNode,
  enums: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, InputModel> {
  const nodes = document.definitions.filter((node) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION);
  const names = new Set(nodes.map((node) => node.name.value));
  const isKnown = (name: string): boolean =>
    isScalarName(name) || name === "Float" || enums.has(name) || names.has(name);
  const inputs = new Map<string, InputModel>();
  for (const node of nodes) {
    const name = node.name.value;
    if (inputs.has(name)) throw new SchemaError(`type \`${name}\` is defined twice: rename or remove one of them`);
    inputs.set(name, { name, description: node.description?.value ?? null, fields: readFields(node, isKnown) });
  }
  return inputs;
}

function readFields(node: InputObjectTypeDefinitionNode, isKnown: (name: string) => boolean): InputFieldModel[] {
  return (node.fields ?? []).map((field) => {
    const place = `field \`${node.name.value}.${field.name.value}\``;
    const base = baseOf(field.type);
    if (!isKnown(base)) {
      throw new SchemaError(`${place} has the type \`${base}\`: use a scalar, an enum or another input type`);
    }
    if (node.fields?.some((other) => other !== field && other.name.value === field.name.value)) {
      throw new SchemaError(`${place} is defined twice: rename or remove one of them`);
    }
    return { name: field.name.value, description: field.description?.value ?? null, type: field.type };
  });
}

function baseOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : baseOf(type.type);
}
