import type { Hex } from "viem";
import { ChainChangedError } from "../../errors/rpc-error.ts";
import type { EthereumCall, EthereumEvent } from "../../host/memory/event.ts";
import type { BlockHandler, DeclaredCall } from "../../manifest/manifest.ts";
import type { Block, Log, Transaction } from "../../source/chain-types.ts";
import type { ScannedBlock } from "../../source/scan-range.ts";
import type { TracedCall } from "../../source/traced-call.ts";
import type { DataSource } from "../data-source.ts";
import { firesAt, isActive } from "./block-triggers.ts";
import { matchCall } from "./match-call.ts";
import { matchLog } from "./match-log.ts";

/** A handler that a block makes run. */
export type Trigger =
  | {
      readonly kind: "event";
      readonly source: DataSource;
      readonly handler: string;
      readonly wantsReceipt: boolean;
      readonly event: EthereumEvent;
      /** Calls that the handler is said to make. */
      readonly calls: readonly DeclaredCall[];
    }
  | { readonly kind: "call"; readonly source: DataSource; readonly handler: string; readonly call: EthereumCall }
  | { readonly kind: "block"; readonly source: DataSource; readonly handler: string; readonly block: Block }
  | { readonly kind: "file"; readonly source: DataSource; readonly handler: string; readonly content: Uint8Array };

function blockTriggers(
  sources: readonly DataSource[],
  block: Block,
  wanted: (handler: BlockHandler) => boolean,
): Trigger[] {
  return sources.flatMap((source) =>
    source.mapping.blockHandlers
      .filter((handler) => wanted(handler) && firesAt(source, handler, block.number))
      .map((handler): Trigger => ({ kind: "block", source, handler: handler.handler, block })),
  );
}

/** Finds the data sources that may want a log or call of an address, in order, without walking all of them every time. */
function candidates(sources: readonly DataSource[]): (address: Hex) => readonly DataSource[] {
  const order = new Map(sources.map((source, index) => [source, index]));
  const anywhere = sources.filter((source) => source.address === null);
  const byAddress = Map.groupBy(
    sources.filter((source) => source.address !== null),
    (source) => source.address,
  );
  return (address) => {
    const addressed = byAddress.get(address) ?? [];
    if (anywhere.length === 0) return addressed;
    return [...addressed, ...anywhere].sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
  };
}

function transactionOf(block: Block, part: Log | TracedCall, what: string): Transaction {
  const transaction = block.transactions.get(part.transactionHash);
  if (transaction !== undefined) return transaction;
  throw new ChainChangedError(
    `Block ${block.number} has a ${what} of transaction ${part.transactionHash}, but not that one.`,
  );
}

function eventTrigger({ block }: ScannedBlock, log: Log, source: DataSource): Trigger | null {
  const matched = matchLog(source, log);
  if (matched === null) return null;
  const transaction = transactionOf(block, log, "log");
  return {
    kind: "event",
    source,
    handler: matched.handler.handler,
    wantsReceipt: matched.handler.receipt,
    event: { log, block, transaction, parameters: matched.parameters, receipt: null },
    calls: matched.handler.calls,
  };
}

function callTrigger({ block }: ScannedBlock, call: TracedCall, source: DataSource): Trigger | null {
  const matched = matchCall(source, call);
  if (matched === null) return null;
  const { from, to } = call;
  const transaction = transactionOf(block, call, "call");
  const { inputs, outputs } = matched;
  return {
    kind: "call",
    source,
    handler: matched.handler.handler,
    call: { from, to, block, transaction, inputs, outputs },
  };
}

/** Triggers of logs and calls: by transaction, and in it the logs first. Without calls, logs just keep their order. */
function interleave(logs: readonly Placed[], calls: readonly Placed[]): Trigger[] {
  const placed = calls.length === 0 ? logs : [...logs, ...calls].sort((one, other) => one.place - other.place);
  return placed.map(({ trigger }) => trigger);
}

/** A trigger with the index of its transaction. */
interface Placed {
  readonly place: number;
  readonly trigger: Trigger;
}

/** Block handlers for blocks with calls to their contract. */
function calledTriggers({ block, calls }: ScannedBlock, sources: readonly DataSource[]): Trigger[] {
  if (calls.length === 0) return [];
  const callees = new Set(calls.map((call) => call.to));
  return sources
    .filter((source) => isActive(source, block.number) && source.address !== null && callees.has(source.address))
    .flatMap((source) =>
      source.mapping.blockHandlers
        .filter((handler) => handler.filter.kind === "call")
        .map((handler): Trigger => ({ kind: "block", source, handler: handler.handler, block })),
    );
}

/**
 * Everything that runs for a block, in graph-node's order: `once` handlers, then logs by index and calls after the logs of
 * their transaction, each for its data sources in their order, then the other block handlers, last those for calls. All
 * of it is decoded before anything runs.
 * @throws MappingError when two handlers of a data source want the same log.
 */
export function matchBlock(scanned: ScannedBlock, sources: readonly DataSource[]): readonly Trigger[] {
  const { block } = scanned;
  const sourcesOf = candidates(sources);
  function place<T extends Log | TracedCall>(
    part: T,
    address: Hex,
    match: (scanned: ScannedBlock, part: T, source: DataSource) => Trigger | null,
  ): Placed[] {
    return sourcesOf(address)
      .map((source) => match(scanned, part, source))
      .filter((trigger) => trigger !== null)
      .map((trigger) => ({ place: part.transactionIndex, trigger }));
  }
  return [
    ...blockTriggers(sources, block, (handler) => handler.filter.kind === "once"),
    ...interleave(
      scanned.logs.flatMap((log) => place(log, log.address, eventTrigger)),
      scanned.calls.flatMap((call) => place(call, call.to, callTrigger)),
    ),
    ...blockTriggers(sources, block, (handler) => handler.filter.kind !== "once"),
    ...calledTriggers(scanned, sources),
  ];
}
