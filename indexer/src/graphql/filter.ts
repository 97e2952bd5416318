import type { FieldModel } from "../schema/model.ts";
import type { Value } from "../values/value.ts";
import type { FilterOperator } from "./filter-fields.ts";

/** A condition on entities, checked against their type. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Filter[] }
  /** The version began at this block or later. */
  | { readonly kind: "changed"; readonly since: number }
  /** Some entity behind a reference or derived field meets the condition. */
  | { readonly kind: "child"; readonly field: FieldModel; readonly filter: Filter }
  | {
      readonly kind: "compare";
      readonly field: FieldModel;
      readonly operator: FilterOperator;
      /** In the field's own type: references as ids. */
      readonly value: Value;
    };

/** The condition that every entity meets. */
export const EVERYTHING: Filter = { kind: "and", parts: [] };
