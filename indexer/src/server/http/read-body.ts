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
  const body = await readBytes(request, admission);
  if (body.length === 0) throw new HttpError(400, "Body is required");
  return body.toString("utf8");
}

/** By events: iterating over a request takes as long as all the rest of reading it. */
function readBytes(request: IncomingMessage, admission: Admission): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    function refuse(error: HttpError): void {
      request.removeListener("data", take);
      // What still comes is read and forgotten: a connection that is closed with something unread loses the answer.
      request.resume();
      reject(error);
    }
    function take(chunk: Buffer): void {
      length += chunk.length;
      if (length > MAX_BODY) refuse(tooLarge(length));
      else if (!admission.hold(chunk.length)) refuse(overloaded("requests and answers under way fill its memory"));
      else chunks.push(chunk);
    }
    request.on("data", take);
    request.once("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length)));
    request.once("error", reject);
  });
}
