import { RpcError } from "../errors/rpc-error.ts";
import type { RpcClient } from "../source/rpc-client.ts";

/** What was asked with one JSON-RPC method. */
export interface MethodCounters {
  requests: number;
  /** Requests that got no answer, or an error. */
  errors: number;
  /** Time until the answers, waiting and repetitions included. */
  seconds: number;
}

/** A client that counts, and what it counted by method. */
export interface MeasuredRpc {
  readonly client: RpcClient;
  readonly methods: ReadonlyMap<string, Readonly<MethodCounters>>;
}

/** The same client, whose requests are counted by method. */
export function measureRpc(client: RpcClient): MeasuredRpc {
  const methods = new Map<string, MethodCounters>();

  function countersOf(method: string): MethodCounters {
    const known = methods.get(method) ?? { requests: 0, errors: 0, seconds: 0 };
    methods.set(method, known);
    return known;
  }

  const measured: RpcClient = {
    ...client,
    async request(method, params, options) {
      const counters = countersOf(method);
      const started = performance.now();
      counters.requests++;
      try {
        return await client.request(method, params, options);
      } catch (error) {
        if (error instanceof RpcError) counters.errors++;
        throw error;
      } finally {
        counters.seconds += (performance.now() - started) / 1000;
      }
    },
  };
  return { client: measured, methods };
}
