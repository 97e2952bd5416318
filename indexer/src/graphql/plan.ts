import type { ASTNode } from "graphql";
import type { Interval } from "../schema/aggregation/model.ts";
import type { FulltextModel } from "../schema/fulltext/model.ts";
import type { FieldModel } from "../schema/model.ts";
import type { Filter } from "./filter.ts";

/** Which rows of an aggregation are asked for. */
export interface BucketChoice {
  readonly interval: Interval;
  /** Whether the bucket that still runs is among them. */
  readonly current: boolean;
}

/** A full-text search, whose matches are sorted by rank, the lowest first. */
export interface TextSearch {
  readonly search: FulltextModel;
  /** In the form that PostgreSQL's `to_tsquery` reads. */
  readonly text: string;
}

/** How a collection is sorted; ties are broken by id in the same direction. */
export interface Order {
  readonly field: FieldModel;
  /** Field of the entity behind `field` to sort by instead. */
  readonly sub: FieldModel | null;
  readonly descending: boolean;
}

/** Which entities of a type are asked for, in which order. */
export interface Collection {
  /** Entity type, interface or aggregation. */
  readonly typeName: string;
  /** Null for anything but aggregations. */
  readonly buckets: BucketChoice | null;
  readonly search: TextSearch | null;
  readonly filter: Filter;
  /** Null sorts by id, ascending. */
  readonly order: Order | null;
  readonly first: number;
  readonly skip: number;
}

/** One field of an answer's object. */
export type PlannedField =
  | { readonly kind: "typename"; readonly key: string }
  | { readonly kind: "scalar"; readonly key: string; readonly field: FieldModel }
  | {
      readonly kind: "entities";
      readonly key: string;
      readonly field: FieldModel;
      readonly collection: Collection;
      readonly selection: Selection;
      readonly node: ASTNode;
    };

/** What is asked of entities, by their own type: fragments may ask different things of different types. */
export type Selection = ReadonlyMap<string, readonly PlannedField[]>;

/** The block that a root field asks for; `latest` when it does not say. */
export type BlockConstraint =
  | { readonly kind: "latest" }
  | { readonly kind: "hash"; readonly hash: string }
  | { readonly kind: "number" | "number_gte"; readonly number: number };

/** One root field about entities or about the subgraph itself. */
export type RootField =
  | {
      readonly kind: "collection" | "single";
      readonly key: string;
      readonly block: BlockConstraint;
      readonly allowErrors: boolean;
      readonly collection: Collection;
      readonly selection: Selection;
    }
  | {
      readonly kind: "meta";
      readonly key: string;
      readonly block: BlockConstraint;
      readonly fields: readonly MetaField[];
    };

/** One field of `_meta`; `fields` are those of its block. */
export interface MetaField {
  readonly key: string;
  readonly name: string;
  readonly fields: readonly MetaField[];
}
