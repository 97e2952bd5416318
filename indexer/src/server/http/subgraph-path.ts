import { clientError } from "./http-error.ts";

/** What a path under `/subgraphs/` means. */
export interface SubgraphPath {
  readonly by: "name" | "id";
  readonly value: string;
  /** Whether it asks for the GraphiQL page. */
  readonly page: boolean;
  /** The path that takes queries. */
  readonly endpoint: string;
}

const MAX_NAME = 255;
/** Parts of a name, separated by `/`: letters, digits, - and _, with a letter, and no - or _ at either end. */
const NAME_PART = /^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/;

/** Whether graph-node would take this as a subgraph's name. */
export function isSubgraphName(name: string): boolean {
  const parts = name.split("/");
  return name.length <= MAX_NAME && parts.every((part) => NAME_PART.test(part) && part !== "graphql");
}

/** The segments of a path, empty ones dropped. */
export function pathSegments(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/**
 * Reads a path such as `/subgraphs/name/org/project/graphql`; null when it is none.
 * @throws HttpError when the name or id is malformed.
 */
export function parseSubgraphPath(segments: readonly string[]): SubgraphPath | null {
  const [root, by, ...rest] = segments;
  if (root !== "subgraphs" || (by !== "name" && by !== "id")) return null;
  const page = rest.length > 1 && rest.at(-1) === "graphql";
  const parts = page ? rest.slice(0, -1) : rest;
  if (parts.length === 0 || parts.length > (by === "name" ? 2 : 1)) return null;
  const value = parts.join("/");
  if (by === "name" && !isSubgraphName(value)) throw clientError(`Invalid subgraph name \`${value}\``);
  if (by === "id" && !/^[A-Za-z0-9_-]{1,100}$/.test(value)) throw clientError(`Invalid subgraph id \`${value}\``);
  return { by, value, page, endpoint: `/subgraphs/${by}/${value}` };
}
