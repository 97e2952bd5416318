import { Kind, type ObjectTypeDefinitionNode } from "graphql";
import type { EntityTypeModel } from "./model.ts";
import { SchemaError } from "./schema-error.ts";

const OPTIONS = ["immutable", "timeseries", "skipDuplicates"];

/** What a type's `@entity(…)` says; throws `SchemaError` when it is missing, has an unknown option, or stands beside other directives. */
export function entityOptions(
  definition: ObjectTypeDefinitionNode,
): Pick<EntityTypeModel, "immutable" | "timeseries"> & { readonly skipDuplicates: boolean } {
  const name = definition.name.value;
  const other = definition.directives?.find((directive) => directive.name.value !== "entity");
  if (other !== undefined) {
    throw new SchemaError(
      `type \`${name}\` uses \`@${other.name.value}\`, which is not supported: remove the directive`,
    );
  }
  const entity = definition.directives?.[0];
  if (entity === undefined) throw new SchemaError(`type \`${name}\` has no \`@entity\` directive: add \`@entity\``);
  const options = new Map<string, boolean>();
  for (const argument of entity.arguments ?? []) {
    if (!OPTIONS.includes(argument.name.value)) {
      throw new SchemaError(
        `type \`${name}\`: \`@entity\` has no option \`${argument.name.value}\`; use ${OPTIONS.join(", ")}`,
      );
    }
    if (argument.value.kind !== Kind.BOOLEAN) {
      throw new SchemaError(`type \`${name}\`: \`@entity(${argument.name.value}:)\` must be true or false`);
    }
    options.set(argument.name.value, argument.value.value);
  }
  const timeseries = options.get("timeseries") ?? false;
  if (timeseries && options.get("immutable") === false) {
    throw new SchemaError(`type \`${name}\`: a timeseries is always immutable; remove \`immutable: false\``);
  }
  const immutable = timeseries || (options.get("immutable") ?? false);
  const skipDuplicates = options.get("skipDuplicates") ?? false;
  if (skipDuplicates && !immutable) {
    throw new SchemaError(`type \`${name}\`: \`skipDuplicates\` needs \`immutable: true\``);
  }
  return { immutable, timeseries, skipDuplicates };
}
