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
  /**
   * Fields and values of filters that a query mentions, each as often as fragments, variables and the types of interfaces repeat it; a text
   * counts once more for every 100 characters.
   */
  readonly maxFields: number;
  /** Entities that are really loaded. */
  readonly maxEntities: number;
  /** Statements that the database is asked: one for each root field, and for each field with entities behind it, for each of their types. */
  readonly maxStatements: number;
  /** Characters of what is loaded, and of the answer that is made of it, in which a value counts 16 more. */
  readonly maxCharacters: number;
  /** Milliseconds after which no further statement starts, and a running one ends. */
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
  maxFields: 150_000,
  maxEntities: 250_000,
  maxStatements: 1_000,
  maxCharacters: 100_000_000,
  maxMilliseconds: 30_000,
};

/** Keeps count of what a query uses; throws `QueryError` once it is too much. */
export interface QueryBudget {
  entitiesLeft(): number;
  addEntities(count: number): void;
  addStatement(): void;
  addText(characters: number): void;
  /** Counts characters of the answer, which holds a value as often as the query asks for it. */
  addAnswer(characters: number): void;
  checkTime(): void;
  /** When time is over, as ISO 8601. */
  deadline(): string;
}

/** A query that asks the database too often. */
export function tooManyStatements(limit: number): QueryError {
  return new QueryError(`query needs more than ${limit} look-ups of the database: split the query`);
}

/** The budget of a query that starts now. */
export function createBudget(limits: QueryLimits): QueryBudget {
  const end = performance.now() + limits.maxMilliseconds;
  let entities = 0;
  let statements = 0;
  let characters = 0;
  let answered = 0;
  function checkSize(size: number): void {
    if (size <= limits.maxCharacters) return;
    throw new QueryError(`the result size of ${size} is larger than the allowed limit of ${limits.maxCharacters}`);
  }
  return {
    entitiesLeft: () => limits.maxEntities - entities,
    addEntities(count) {
      entities += count;
      if (entities <= limits.maxEntities) return;
      throw new QueryError(
        `query loads more than ${limits.maxEntities} entities: ask for fewer with \`first\`, or split the query`,
      );
    },
    addStatement() {
      statements += 1;
      if (statements <= limits.maxStatements) return;
      throw tooManyStatements(limits.maxStatements);
    },
    addText(count) {
      characters += count;
      checkSize(characters);
    },
    addAnswer(count) {
      answered += count;
      checkSize(answered);
    },
    checkTime() {
      if (performance.now() > end) throw new QueryError("Query timed out");
    },
    // Whole milliseconds, of which two more make sure that time is over here as well.
    deadline: () => new Date(Date.now() + Math.ceil(end - performance.now()) + 2).toISOString(),
  };
}
