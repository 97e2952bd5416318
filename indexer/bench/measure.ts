import { Agent, request } from "node:http";

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function post(url: string, agent: Agent, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * Asks `queries` over and over on some connections at once; returns the median of an answer's milliseconds.
 * @throws Error when an answer has errors.
 */
export async function queryLatency(
  url: string,
  queries: readonly string[],
  { connections, rounds }: { readonly connections: number; readonly rounds: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const worker = async (first: number): Promise<void> => {
    for (let round = first; round < rounds; round += connections) {
      const query = queries[round % queries.length] ?? "";
      const started = performance.now();
      const answer = await post(url, agent, JSON.stringify({ query }));
      times.push(performance.now() - started);
      if (answer.includes('"errors"')) throw new Error(`${url} answered ${answer.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => worker(index)));
  agent.destroy();
  return median(times);
}
