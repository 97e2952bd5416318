/** How long a graph node may take to answer, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Makes the name known at a graph node: it refuses to deploy to a name that it does not know. A name that is there
 * already is fine.
 *
 * @throws Error when the node can't be reached or refuses.
 */
export async function createName(node: string, name: string, token?: string): Promise<void> {
  const answer = await ask(node, { jsonrpc: "2.0", id: 1, method: "subgraph_create", params: { name } }, token);
  const message = answer.error?.message;
  if (message === undefined || message.includes("already exists")) return;
  throw new Error(`The graph node at ${node} does not create "${name}": ${message}`);
}

async function ask(node: string, body: object, token: string | undefined): Promise<{ error?: { message: string } }> {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(node, { method: "POST", headers, body: JSON.stringify(body), signal });
    if (!response.ok) throw new Error(`it answered with status ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new Error(
      `There is no graph node's admin endpoint at ${node}: ${reasonOf(cause)}. It usually has port 8020; is it on?`,
      { cause },
    );
  }
}

/** The innermost reason: `fetch failed` alone says nothing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
