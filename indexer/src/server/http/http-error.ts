import { IndexerError } from "../../errors/indexer-error.ts";

/** A request that is refused; `status` is the HTTP status and the message goes to the client. */
export class HttpError extends IndexerError {
  override name = "HttpError";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** A mistake in what the client sent, in graph-node's words. */
export function clientError(message: string): HttpError {
  return new HttpError(400, `GraphQL server error (client error): ${message}`);
}

/** More work than fits; the client may ask again in a second. */
export function overloaded(what: string): HttpError {
  return new HttpError(503, `The server is busy: ${what}. Ask again in a second`, { "retry-after": "1" });
}
