import type { FieldNode, SelectionSetNode } from "graphql";
import type { FieldModel, SchemaModel } from "../schema/model.ts";
import { type CollectContext, type CollectedField, collectFields } from "./collect-fields.ts";
import { EVERYTHING } from "./filter.ts";
import { fieldsOf } from "./order-names.ts";
import type { Collection, PlannedField, Selection } from "./plan.ts";
import { type ArgumentContext, planCollection } from "./plan-collection.ts";
import type { PlannedSelections } from "./planned-selections.ts";
import { QueryError, tooDeep } from "./query-error.ts";

/** What planning a request needs to know of it. */
export type PlanContext = CollectContext &
  ArgumentContext & {
    /** Selections planned so far, which the types of an interface ask for again. */
    readonly planned: PlannedSelections;
  };

/** Plans what selection sets on an entity type or interface ask of each type; throws `QueryError` for fields that do not exist. */
export function planSelection(
  context: PlanContext,
  typeName: string,
  selectionSets: readonly SelectionSetNode[],
  depth: number,
): Selection {
  const { maxDepth } = context.limits;
  if (depth > maxDepth) throw tooDeep(maxDepth);
  const known = context.planned.find(typeName, selectionSets);
  if (known !== undefined) return known;
  const types = context.model.interfaces.get(typeName)?.implementations ?? [typeName];
  const selection: Selection = new Map(
    types.map((name) => {
      const entity = objectOf(context.model, name);
      if (entity === undefined) throw new TypeError(`${typeName} passed the schema check without the type ${name}`);
      const applies = (condition: string): boolean => condition === name || entity.interfaces.includes(condition);
      const collected = collectFields(context, selectionSets, typeName, applies);
      return [name, collected.flatMap((field) => planField(context, entity, field, depth))];
    }),
  );
  context.planned.remember(typeName, selectionSets, selection);
  return selection;
}

/** A type that answers are made of. */
interface ObjectModel {
  readonly name: string;
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldModel[];
}

function objectOf(model: SchemaModel, name: string): ObjectModel | undefined {
  const aggregation = model.aggregations.get(name);
  return aggregation === undefined ? model.entities.get(name) : { ...aggregation, interfaces: [] };
}

function planField(
  context: PlanContext,
  entity: ObjectModel,
  collected: CollectedField,
  depth: number,
): PlannedField[] {
  const { key, node, typeName } = collected;
  const name = node.name.value;
  if (name === "__typename") return [{ kind: "typename", key }];
  if (!fieldsOf(context.model, typeName).some((candidate) => candidate.name === name)) {
    throw new QueryError(`Type \`${typeName}\` has no field \`${name}\``, node);
  }
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new TypeError(`${entity.name} passed the schema check without the field ${name}`);
  checkMerged(context.model, entity, field, collected.merged);
  if (field.base.kind !== "reference") return [{ kind: "scalar", key, field }];
  // As in graph-node, an object without a selection is left out of the answer.
  if (collected.selectionSets.length === 0) return [];
  const target = field.base.name;
  const collection = field.list ? planCollection(context, node, target) : planSingleTarget(context, node, target);
  const selection = planSelection(context, target, collected.selectionSets, depth + 1);
  return [{ kind: "entities", key, field, collection, selection, node }];
}

/** Fields of one key may differ, as graph-node does not look; but not in the types of entities that they lead to. */
function checkMerged(model: SchemaModel, entity: ObjectModel, field: FieldModel, merged: readonly string[]): void {
  const targetsOf = (base: FieldModel["base"] | undefined): readonly string[] =>
    base?.kind === "reference" ? (model.interfaces.get(base.name)?.implementations ?? [base.name]) : [];
  const own = targetsOf(field.base);
  for (const name of merged) {
    const other = entity.fields.find((candidate) => candidate.name === name);
    const unexpected = targetsOf(other?.base).find((target) => !own.includes(target));
    if (unexpected === undefined) continue;
    throw new QueryError(`invalid query: can not merge fields because type \`${unexpected}\` showed up unexpectedly`);
  }
}

function planSingleTarget(context: PlanContext, node: FieldNode, typeName: string): Collection {
  if (context.model.aggregations.has(typeName)) {
    throw new QueryError(
      `\`${node.name.value}\` leads to one \`${typeName}\`, of which there are many: make it a list in schema.graphql`,
      node,
    );
  }
  return { typeName, filter: EVERYTHING, order: null, buckets: null, search: null, first: 1, skip: 0 };
}
