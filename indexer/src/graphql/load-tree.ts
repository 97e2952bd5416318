import type { FieldModel } from "../schema/model.ts";
import {
  attachChildren,
  cellOf,
  type LoadContext,
  type LoadedEntity,
  loadReferences,
  loadWindows,
} from "./load-entities.ts";
import type { PlannedField, Selection } from "./plan.ts";
import { QueryError } from "./query-error.ts";

type EntitiesField = Extract<PlannedField, { kind: "entities" }>;

/**
 * Loads everything below the given entities, level by level: one statement for each field of a level, however many entities ask for it.
 * Throws `QueryError` when a single derived field meets several entities.
 */
export async function loadTree(
  context: LoadContext,
  entities: readonly LoadedEntity[],
  selection: Selection,
): Promise<void> {
  const byType = Map.groupBy(entities, (entity) => entity.type);
  for (const [type, parents] of byType) {
    for (const field of selection.get(type) ?? []) {
      if (field.kind !== "entities") continue;
      await context.rest();
      const children =
        field.field.derivedFrom === null && !field.field.list
          ? await attachReferences(context, parents, field)
          : await attachWindows(context, type, parents, field);
      await loadTree(context, children, field.selection);
    }
  }
}

async function attachReferences(
  context: LoadContext,
  parents: readonly LoadedEntity[],
  field: EntitiesField,
): Promise<readonly LoadedEntity[]> {
  const idOf = (parent: LoadedEntity): string | null => cellOf(parent, field.field);
  const ids = new Set(parents.map(idOf).filter((id) => id !== null));
  const found = await loadReferences(context, field.collection.typeName, [...ids], field.selection);
  for (const parent of parents) {
    const child = found.get(idOf(parent) ?? "");
    const isOwn = child !== undefined && idOf(parent) !== null;
    attachChildren(parent, field.key, isOwn ? [child] : []);
  }
  return [...found.values()];
}

async function attachWindows(
  context: LoadContext,
  parentType: string,
  parents: readonly LoadedEntity[],
  field: EntitiesField,
): Promise<readonly LoadedEntity[]> {
  // One more than the single entity wanted shows whether a derived field is ambiguous.
  const collection = field.field.list ? field.collection : { ...field.collection, first: 2 };
  const starts = parents.map((parent) => ({
    id: parent.id,
    references: field.field.derivedFrom === null ? cellOf(parent, field.field) : null,
  }));
  const windows = await loadWindows(context, field.field, starts, parentType, collection, field.selection);
  parents.forEach((parent, index) => {
    const children = windows[index] ?? [];
    if (!field.field.list && children.length > 1) throw ambiguous(field.field, field);
    attachChildren(parent, field.key, children);
  });
  return windows.flat();
}

function ambiguous(model: FieldModel, field: EntitiesField): QueryError {
  return new QueryError(
    `Ambiguous result for derived field \`${model.name}\`: Multiple \`${model.base.name}\` entities refer back via \`${model.derivedFrom}\``,
    field.node,
  );
}
