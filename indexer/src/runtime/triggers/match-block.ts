import { ChainChangedError } from "../../errors/rpc-error.ts";
import type { EthereumEvent } from "../../host/memory/event.ts";
import type { BlockHandler } from "../../manifest/manifest.ts";
import type { Log } from "../../source/chain-types.ts";
import type { ScannedBlock } from "../../source/scan-range.ts";
import type { DataSource } from "../data-source.ts";
import { firesAt } from "./block-triggers.ts";
import { matchLog } from "./match-log.ts";

/** A handler that a block makes run. */
export type Trigger =
  | {
      readonly kind: "event";
      readonly source: DataSource;
      readonly handler: string;
      readonly wantsReceipt: boolean;
      readonly event: EthereumEvent;
    }
  | { readonly kind: "block"; readonly source: DataSource; readonly handler: string };

function blockTriggers(
  sources: readonly DataSource[],
  block: number,
  wanted: (handler: BlockHandler) => boolean,
): Trigger[] {
  return sources.flatMap((source) =>
    source.mapping.blockHandlers
      .filter((handler) => wanted(handler) && firesAt(source, handler, block))
      .map((handler): Trigger => ({ kind: "block", source, handler: handler.handler })),
  );
}

/** Finds the data sources that may want a log, in order, without walking all of them for every log. */
function candidates(sources: readonly DataSource[]): (log: Log) => readonly DataSource[] {
  const order = new Map(sources.map((source, index) => [source, index]));
  const anywhere = sources.filter((source) => source.address === null);
  const byAddress = Map.groupBy(
    sources.filter((source) => source.address !== null),
    (source) => source.address,
  );
  return (log) => {
    const addressed = byAddress.get(log.address) ?? [];
    if (anywhere.length === 0) return addressed;
    return [...addressed, ...anywhere].sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
  };
}

function eventTrigger({ block }: ScannedBlock, log: Log, source: DataSource): Trigger | null {
  const matched = matchLog(source, log);
  if (matched === null) return null;
  const transaction = block.transactions.get(log.transactionHash);
  if (transaction === undefined) {
    throw new ChainChangedError(
      `Block ${block.number} has a log of transaction ${log.transactionHash}, but not that one.`,
    );
  }
  return {
    kind: "event",
    source,
    handler: matched.handler.handler,
    wantsReceipt: matched.handler.receipt,
    event: { log, block, transaction, parameters: matched.parameters, receipt: null },
  };
}

/**
 * Everything that runs for a block, in graph-node's order: `once` handlers, then logs by index, each for its data sources
 * in their order, then the other block handlers. All of it is decoded before anything runs.
 * @throws MappingError when two handlers of a data source want the same log.
 */
export function matchBlock(scanned: ScannedBlock, sources: readonly DataSource[]): readonly Trigger[] {
  const number = scanned.block.number;
  const sourcesOf = candidates(sources);
  const events = scanned.logs.flatMap((log) =>
    sourcesOf(log)
      .map((source) => eventTrigger(scanned, log, source))
      .filter((trigger) => trigger !== null),
  );
  return [
    ...blockTriggers(sources, number, (handler) => handler.filter.kind === "once"),
    ...events,
    ...blockTriggers(sources, number, (handler) => handler.filter.kind !== "once"),
  ];
}
