/** graph-node's own query tests (`store/test-store/tests/graphql/query.rs`), retold for the same data. */
export interface Case {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data?: unknown;
  /** First error's message, or a part of it. */
  readonly error?: string;
  readonly location?: { line: number; column: number };
}

/** Entities of which the ids are asked. */
export const ids = (...list: string[]): { id: string }[] => list.map((id) => ({ id }));
/** Entities of which the names are asked. */
export const names = (...list: string[]): { name: string }[] => list.map((name) => ({ name }));
/** Entities of which the titles are asked. */
export const titles = (...list: string[]): { title: string }[] => list.map((title) => ({ title }));
