import type { IncomingMessage } from "node:http";
import { HttpError, overloaded } from "./http-error.ts";
import type { Admission } from "./load-limit.ts";

/** Largest request body, in bytes; queries are text that people or programs write. */
export const MAX_BODY = 1_000_000;

function tooLarge(length: number): HttpError {
  // What is still under way of the body is not read, so the connection cannot be used again.
  return new HttpError(
    413,
    `The request body has ${length} bytes or more, above the limit of ${MAX_BODY}: split the query`,
    {
      connection: "close",
    },
  );
}

/**
 * Reads a request's body as text.
 * @throws HttpError when there is none, or more than fits.
 */
export async function readBody(request: IncomingMessage, admission: Admission): Promise<string> {
  const announced = Number(request.headers["content-length"] ?? "0");
  if (announced > MAX_BODY) throw tooLarge(announced);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) throw tooLarge(length);
    if (!admission.hold(chunk.length)) throw overloaded("requests and answers under way fill its memory");
    chunks.push(chunk);
  }
  if (length === 0) throw new HttpError(400, "Body is required");
  return (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length)).toString("utf8");
}
