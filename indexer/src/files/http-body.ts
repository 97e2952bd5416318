import { FileError } from "./file-error.ts";

/** Milliseconds for a whole answer; content that is rare takes long to be found. */
const TIMEOUT_MS = 60_000;

/**
 * The body of an HTTP answer, at most `limit` bytes of it.
 * @throws FileError when there is none, it is larger, or takes more than a minute.
 */
export async function httpBody(
  url: string,
  options: { readonly limit: number; readonly signal: AbortSignal; readonly method?: "POST"; readonly accept?: string },
): Promise<Uint8Array> {
  const { accept, limit, method = "GET", signal } = options;
  const headers: Record<string, string> = accept === undefined ? {} : { accept };
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new FileError(`${url} answered HTTP ${response.status}.`);
    }
    return await collect(response, url, limit);
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw new FileError(`${url} did not answer.`, { cause });
  }
}

async function collect(response: Response, url: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > limit) throw new FileError(`${url} is larger than the limit of ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}
