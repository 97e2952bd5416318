import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { type InputValue, inputFromAst, type Variables } from "./input-value.ts";
import { QueryError, tooDeep } from "./query-error.ts";
import type { WorkCount } from "./work-count.ts";

/** A field asked for, with all its selection sets: the same key may be asked for more than once. */
export interface CollectedField {
  readonly key: string;
  readonly node: FieldNode;
  /** Type of the selection set that the field stands in: the object's own, or an interface of it. */
  readonly typeName: string;
  readonly selectionSets: SelectionSetNode[];
  /** Names of other fields that were asked for under the same key, with a selection. */
  readonly merged: string[];
}

/** What collecting needs to know of the request. */
export interface CollectContext {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  /** Counts what planning looks at. */
  readonly work: WorkCount;
}

/**
 * The fields that selection sets ask of an object, by response key in order of first mention. The first mention of a key decides its
 * field and arguments, as in graph-node. `applies` tells whether a fragment on a type speaks of the object.
 */
export function collectFields(
  context: CollectContext,
  selectionSets: readonly SelectionSetNode[],
  typeName: string,
  applies: (condition: string) => boolean,
): readonly CollectedField[] {
  const fields = new Map<string, CollectedField>();
  // A fragment says the same each time; reading it once keeps fragments of fragments from multiplying.
  const read = new Set<string>();
  const visit = (selection: SelectionNode, enclosing: string): void => {
    context.work.add(1);
    if (!isIncluded(selection, context.variables)) return;
    if (selection.kind === Kind.FIELD) {
      addField(fields, selection, enclosing);
      return;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (read.has(selection.name.value)) return;
      read.add(selection.name.value);
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(context, selection.name.value) : selection;
    const condition = fragment.typeCondition?.name.value ?? enclosing;
    if (!applies(condition)) return;
    for (const inner of fragment.selectionSet.selections) visit(inner, condition);
  };
  for (const set of selectionSets) for (const selection of set.selections) visit(selection, typeName);
  return [...fields.values()];
}

/**
 * Refuses fragments that are not defined, contain themselves or one another deeper than `maxDepth`, anywhere in the document; throws
 * `QueryError`.
 */
export function checkFragments(fragments: CollectContext["fragments"], root: SelectionSetNode, maxDepth: number): void {
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet !== undefined) visit(selection.selectionSet);
        continue;
      }
      const name = selection.name.value;
      if (open.has(name)) throw new QueryError(`query has fragment cycle including \`${name}\``);
      if (done.has(name)) continue;
      if (open.size === maxDepth) throw tooDeep(maxDepth);
      open.add(name);
      visit(fragmentOf({ fragments }, name, selection).selectionSet);
      open.delete(name);
      done.add(name);
    }
  };
  visit(root);
}

function addField(fields: Map<string, CollectedField>, node: FieldNode, typeName: string): void {
  const key = node.alias?.value ?? node.name.value;
  const existing = fields.get(key);
  const sets = node.selectionSet === undefined ? [] : [node.selectionSet];
  if (existing === undefined) {
    fields.set(key, { key, node, typeName, selectionSets: sets, merged: [] });
    return;
  }
  existing.selectionSets.push(...sets);
  const name = node.name.value;
  if (sets.length > 0 && name !== existing.node.name.value) existing.merged.push(name);
}

function fragmentOf(
  { fragments }: Pick<CollectContext, "fragments">,
  name: string,
  node?: SelectionNode,
): FragmentDefinitionNode {
  const fragment = fragments.get(name);
  if (fragment === undefined) throw new QueryError(`fragment \`${name}\` is not defined`, node);
  return fragment;
}

function isIncluded(selection: SelectionNode, variables: Variables): boolean {
  return (selection.directives ?? []).every((directive) => {
    const name = directive.name.value;
    if (name !== "skip" && name !== "include") return true;
    const argument = directive.arguments?.find((candidate) => candidate.name.value === "if");
    const value = argument === undefined ? undefined : conditionOf(argument.value, variables);
    // As in graph-node, no condition counts as true and anything but true as false.
    const holds = value === undefined || (value.kind === "boolean" && value.value);
    return name === "skip" ? !holds : holds;
  });
}

/** Reads no lists or objects: a fragment that is used many times would have them read each time. */
function conditionOf(node: ValueNode, variables: Variables): InputValue {
  const isPlain = node.kind !== Kind.LIST && node.kind !== Kind.OBJECT;
  return isPlain ? inputFromAst(node, variables) : { kind: "null" };
}
