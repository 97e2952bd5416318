import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import type { Chain } from "../source/chain.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import type { RangeSize } from "../source/range-size.ts";
import type { Tail } from "../source/read-tail.ts";
import { type ScannedBlock, scanRange } from "../source/scan-range.ts";
import type { BlockPointer } from "../store/store.ts";
import { calleesOf, filtersOf } from "./data-source.ts";
import type { SourceList } from "./source-list.ts";
import { blocksWithHandlers } from "./triggers/block-triggers.ts";

/** A range of blocks, read. */
export interface ReadRange {
  readonly from: number;
  readonly to: BlockHeader;
  readonly blocks: readonly ScannedBlock[];
  /** How many data sources there were when it was read. */
  readonly sourceCount: number;
  /** First block that a reorganisation may still replace. */
  readonly unsettled: number;
  readonly tail: Tail;
}

/** What ranges are read with. */
export interface RangeReader {
  readonly chain: Chain;
  readonly sources: SourceList;
  readonly size: RangeSize;
  /** Deepest reorganisation that is followed, in blocks. */
  readonly finality: number;
}

/** Whether a smaller range may help: the server answered, and what it said was no. */
function isTooWide(error: unknown): boolean {
  return error instanceof RpcError && error.method === "eth_getLogs" && (error.code !== null || error.tooLarge);
}

async function endOf(chain: Chain, number: number, target: BlockHeader): Promise<BlockHeader> {
  if (number === target.number) return target;
  const header = await chain.header(number);
  if (header === null) throw new ChainChangedError(`Block ${number} is gone, though block ${target.number} was there.`);
  return header;
}

/** Reads the next blocks up to `target`, as many as the server likes at a time. */
export async function readRange(
  { chain, finality, sources, size }: RangeReader,
  from: number,
  target: BlockHeader,
  parent: BlockPointer | null,
): Promise<ReadRange> {
  const unsettled = target.number - finality + 1;
  for (;;) {
    const all = [...sources.all()];
    const to = await endOf(chain, Math.min(from + size.current() - 1, target.number), target);
    try {
      const { blocks, tail } = await scanRange(chain, {
        from,
        to,
        parent,
        filters: filtersOf(all, from, to.number),
        callees: calleesOf(all, from, to.number),
        blocks: blocksWithHandlers(all, from, to.number),
        unsettled,
        tail: null,
      });
      size.succeeded(
        blocks.reduce((sum, block) => sum + Math.max(1, block.logs.length), 0),
        to.number - from + 1,
      );
      return { from, to, blocks, sourceCount: all.length, unsettled, tail };
    } catch (error) {
      if (!isTooWide(error) || !size.failed(to.number - from + 1)) throw error;
    }
  }
}
