import type { ParsedUrlQuery } from "node:querystring";
import { clientError, HttpError } from "./http-error.ts";

/** A GraphQL request as it came in. graph-node ignores `operationName`; here it chooses among several operations. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readVariables(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (isObject(value)) return value;
  throw clientError("Invalid query variables provided");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw clientError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the JSON of a POST. @throws HttpError with graph-node's message when it is no GraphQL request. */
export function parsePostedRequest(body: string): GraphqlRequest {
  const data = parseJson(body);
  if (!isObject(data)) throw clientError("Request data is not an object");
  const { operationName, query, variables } = data;
  if (query === undefined) throw clientError('The "query" field is missing in request data');
  if (typeof query !== "string") throw clientError('The "query" field is not a string');
  return {
    query,
    variables: readVariables(variables),
    operationName: typeof operationName === "string" && operationName !== "" ? operationName : null,
  };
}

/** Reads the parameters of a GET. @throws HttpError when they are no query. */
export function parseUrlRequest({ operationName, query, variables }: ParsedUrlQuery): GraphqlRequest {
  if (typeof query !== "string") throw clientError('The "query" field is not a string');
  if (/^\s*mutation\b/.test(query)) throw new HttpError(400, "Can't use mutations with GET method");
  return {
    query,
    variables: typeof variables === "string" && variables !== "" ? readVariables(parseJson(variables)) : {},
    operationName: typeof operationName === "string" && operationName !== "" ? operationName : null,
  };
}
