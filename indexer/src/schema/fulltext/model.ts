/** How matches of a search are ranked: by how often words occur, or also by how close to each other. */
export type FulltextAlgorithm = "rank" | "proximityRank";

/** One `@fulltext` search over text fields of an entity type. */
export interface FulltextModel {
  /** Name of the root field and of the column. */
  readonly name: string;
  /** PostgreSQL's text search configuration, such as `english`. */
  readonly configuration: string;
  readonly algorithm: FulltextAlgorithm;
  readonly entity: string;
  /** The fields that are searched. */
  readonly fields: readonly string[];
}
