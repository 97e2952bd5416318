import { GRAPHQL_URL } from "../chain/environment.ts";
import { WebError } from "../lib/web-error.ts";
import type { ResultOf, VariablesOf } from "./graphql.ts";

/** Thrown when the index can't be reached or answers with something that is not GraphQL. */
export class IndexUnreachableError extends WebError {
  override name = "IndexUnreachableError";
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(`The index at ${url} can’t be read: ${reason}.`, options);
  }
}

/** Thrown when the index refuses a query; `messages` are its own words. */
export class IndexQueryError extends WebError {
  override name = "IndexQueryError";
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(`The index refused the query: ${messages.join("; ")}`);
    this.messages = messages;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: unknown }[];
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== "object" || value === null) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  return (typeof data === "object" && data !== null) || Array.isArray(errors);
}

/** What the reads may be told. */
export interface QueryOptions {
  readonly signal?: AbortSignal | undefined;
  readonly url?: string;
}

/**
 * Asks the index. Throws `IndexUnreachableError` or `IndexQueryError`.
 *
 * The documents' types say what comes back; that an answer came at all, and that it is one, is checked here.
 */
export async function queryGraphql<Document>(
  document: Document,
  variables: VariablesOf<Document>,
  options: QueryOptions = {},
): Promise<ResultOf<Document>> {
  const url = options.url ?? GRAPHQL_URL;
  const answer = await post(url, { query: document, variables }, options.signal);
  if (answer.errors?.length) throw new IndexQueryError(answer.errors.map(({ message }) => String(message)));
  if (!answer.data) throw new IndexUnreachableError(url, "the answer has no data");
  return answer.data as ResultOf<Document>;
}

async function post(url: string, body: object, signal: AbortSignal | undefined): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new IndexUnreachableError(url, "nothing answers", { cause: error });
  }
  let answer: unknown;
  try {
    answer = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new IndexUnreachableError(url, `it answered ${response.status} without JSON`, { cause: error });
  }
  if (!isAnswer(answer)) throw new IndexUnreachableError(url, `it answered ${response.status}, not GraphQL`);
  return answer;
}
