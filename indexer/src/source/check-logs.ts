import type { Hex } from "viem";
import { RpcError } from "../errors/rpc-error.ts";
import type { LogFilter } from "./chain.ts";
import type { Log } from "./chain-types.ts";

function refuse(problem: string): never {
  throw new RpcError("eth_getLogs", problem, { retryable: true });
}

/**
 * Refuses logs that were not asked for: a server that sends them did not answer the question.
 * @throws RpcError naming the first such log.
 */
export function checkLogs(logs: readonly Log[], { addresses, topics }: LogFilter, from: number, to: number): void {
  const wanted = {
    addresses: addresses === null ? null : new Set(addresses),
    topics: new Set<Hex | undefined>(topics),
  };
  for (const { address, blockNumber, logIndex, topics: own } of logs) {
    const name = `log ${logIndex} of block ${blockNumber}`;
    if (blockNumber < from || blockNumber > to) refuse(`${name} came, though blocks ${from} to ${to} were asked for`);
    if (wanted.addresses?.has(address) === false) refuse(`${name} is of ${address}, which was not asked for`);
    if (!wanted.topics.has(own[0])) refuse(`${name} has topic ${own[0] ?? "none"}, which was not asked for`);
  }
}

/** Puts a log where it belongs among its block's; the same one may come twice. @throws RpcError when another is there. */
export function placeLog(logs: Map<number, Log>, log: Log): void {
  const other = logs.get(log.logIndex);
  if (other === undefined) logs.set(log.logIndex, log);
  else if (JSON.stringify(other) !== JSON.stringify(log)) {
    refuse(`log ${log.logIndex} of block ${log.blockNumber} came in two versions`);
  }
}
