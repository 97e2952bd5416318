import type { SelectionSetNode } from "graphql";
import type { Selection } from "./plan.ts";

/** Selections that were planned already, by the type they are on and what they were made of. */
export interface PlannedSelections {
  find(typeName: string, selectionSets: readonly SelectionSetNode[]): Selection | undefined;
  remember(typeName: string, selectionSets: readonly SelectionSetNode[], selection: Selection): void;
}

/** Starts with none. */
export function createPlannedSelections(): PlannedSelections {
  const numbers = new Map<SelectionSetNode, number>();
  const planned = new Map<string, Selection>();

  function keyOf(typeName: string, selectionSets: readonly SelectionSetNode[]): string {
    const parts = selectionSets.map((set) => {
      const number = numbers.get(set) ?? numbers.size;
      numbers.set(set, number);
      return number;
    });
    return `${typeName} ${parts.join(" ")}`;
  }

  return {
    find: (typeName, selectionSets) => planned.get(keyOf(typeName, selectionSets)),
    remember: (typeName, selectionSets, selection) => void planned.set(keyOf(typeName, selectionSets), selection),
  };
}
