import type { SelectionSetNode } from "graphql";
import { type CollectContext, type CollectedField, collectFields } from "./collect-fields.ts";
import type { MetaField, RootField } from "./plan.ts";
import { planBlock } from "./plan-block.ts";
import { QueryError } from "./query-error.ts";

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  _Meta_: ["block", "deployment", "hasIndexingErrors"],
  _Block_: ["hash", "number", "timestamp", "parentHash"],
};

/** Plans `_meta`; throws `QueryError` for fields that it does not have. */
export function planMeta(context: CollectContext, collected: CollectedField): RootField {
  return {
    kind: "meta",
    key: collected.key,
    block: planBlock(collected.node, context.variables),
    fields: planFields(context, "_Meta_", collected.selectionSets),
  };
}

function planFields(
  context: CollectContext,
  typeName: string,
  selectionSets: readonly SelectionSetNode[],
): MetaField[] {
  const collected = collectFields(context, selectionSets, typeName, (condition) => condition === typeName);
  return collected.flatMap(({ key, node, selectionSets: inner }) => {
    const name = node.name.value;
    if (name !== "__typename" && FIELDS[typeName]?.includes(name) !== true) {
      throw new QueryError(`Type \`${typeName}\` has no field \`${name}\``, node);
    }
    if (name !== "block") return [{ key, name, fields: [] }];
    return inner.length === 0 ? [] : [{ key, name, fields: planFields(context, "_Block_", inner) }];
  });
}
