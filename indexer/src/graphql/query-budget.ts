import { QueryError } from "./query-error.ts";

/** How much one query may use. */
export interface QueryLimits {
  /** Largest `first`. */
  readonly maxFirst: number;
  /** Largest `skip`. */
  readonly maxSkip: number;
  /** Deepest nesting. */
  readonly maxDepth: number;
  /** Entities that page sizes allow, see `queryCost`. */
  readonly maxCost: number;
  /** Entities that are really loaded. */
  readonly maxEntities: number;
  /** Characters of what is loaded. */
  readonly maxCharacters: number;
  /** Milliseconds after which no further statement starts; a running one ends then only on a server. */
  readonly maxMilliseconds: number;
}

/**
 * graph-node's own defaults for arguments and depth. The others, which it leaves open, are generous enough for three full lists of 100 inside
 * one another, and far below what would exhaust memory.
 */
export const DEFAULT_LIMITS: QueryLimits = {
  maxFirst: 1_000,
  maxSkip: 4_294_967_295,
  maxDepth: 255,
  maxCost: 10_000_000,
  maxEntities: 250_000,
  maxCharacters: 100_000_000,
  maxMilliseconds: 30_000,
};

/** Keeps count of what a query uses; throws `QueryError` once it is too much. */
export interface QueryBudget {
  entitiesLeft(): number;
  addEntities(count: number): void;
  addText(characters: number): void;
  checkTime(): void;
}

/** The budget of a query that starts now. */
export function createBudget(limits: QueryLimits): QueryBudget {
  const end = performance.now() + limits.maxMilliseconds;
  let entities = 0;
  let characters = 0;
  return {
    entitiesLeft: () => limits.maxEntities - entities,
    addEntities(count) {
      entities += count;
      if (entities <= limits.maxEntities) return;
      throw new QueryError(
        `query loads more than ${limits.maxEntities} entities: ask for fewer with \`first\`, or split the query`,
      );
    },
    addText(count) {
      characters += count;
      if (characters <= limits.maxCharacters) return;
      throw new QueryError(
        `the result size of ${characters} is larger than the allowed limit of ${limits.maxCharacters}`,
      );
    },
    checkTime() {
      if (performance.now() > end) throw new QueryError("Query timed out");
    },
  };
}
