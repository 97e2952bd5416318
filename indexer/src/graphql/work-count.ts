import type { InputValue } from "./input-value.ts";
import { QueryError } from "./query-error.ts";

/** Characters of a text that weigh as much as a field. */
const TEXT_WEIGHT = 100;

/** Counts what planning a query looks at, so that a short text cannot ask for endless work. */
export interface WorkCount {
  /** Throws `QueryError` once it is too much. */
  add(count: number): void;
  /** Counts an argument's values, each time the argument is read. */
  addInput(input: InputValue): void;
}

/** Starts at nothing; `limit` is `QueryLimits.maxFields`. */
export function createWorkCount(limit: number): WorkCount {
  let count = 0;

  function add(more: number): void {
    count += more;
    if (count <= limit) return;
    throw new QueryError(
      `query mentions more than ${limit} fields and values, each counted as often as fragments and variables repeat it: split the query`,
    );
  }

  return { add, addInput: (input) => add(sizeOf(input)) };
}

function sizeOf(input: InputValue): number {
  switch (input.kind) {
    case "list":
      return input.items.reduce((sum, item) => sum + sizeOf(item), 1);
    case "object":
      return [...input.fields.values()].reduce((sum, item) => sum + sizeOf(item), 1);
    case "int":
    case "float":
    case "string":
    case "enum":
      return 1 + Math.floor(input.text.length / TEXT_WEIGHT);
    default:
      return 1;
  }
}
