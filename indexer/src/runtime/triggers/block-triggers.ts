import type { BlockHandler } from "../../manifest/manifest.ts";
import type { DataSource } from "../data-source.ts";

/** Whether a data source is in force at a block. */
export function isActive(source: DataSource, block: number): boolean {
  return block >= source.startBlock && (source.endBlock === null || block <= source.endBlock);
}

/** Whether a block handler runs at a block, as far as its number says; those of calls never do. */
export function firesAt(source: DataSource, { filter }: BlockHandler, block: number): boolean {
  if (!isActive(source, block)) return false;
  if (filter.kind === "every") return true;
  if (filter.kind === "call") return false;
  if (filter.kind === "once") return block === source.startBlock;
  return (block - source.startBlock) % filter.every === 0;
}

/** The blocks of a range for which some block handler runs. */
export function blocksWithHandlers(sources: readonly DataSource[], from: number, to: number): readonly number[] {
  const listening = sources.filter((source) => source.mapping.blockHandlers.length > 0);
  if (listening.length === 0) return [];
  const blocks: number[] = [];
  for (let block = from; block <= to; block++) {
    const fires = listening.some((source) =>
      source.mapping.blockHandlers.some((handler) => firesAt(source, handler, block)),
    );
    if (fires) blocks.push(block);
  }
  return blocks;
}
