import { MappingError } from "../../errors/mapping-error.ts";

/** Deepest nesting of objects that is read, as in graph-node: a mapping may tie an object to itself. */
const MAX_DEPTH = 128;

/** The depth below `depth`; throws {@link MappingError} at 128 levels. */
export function deeper(depth: number): number {
  if (depth >= MAX_DEPTH) throw new MappingError("recursion limit reached");
  return depth + 1;
}
