import { readBlockByHash } from "../store/bookkeeping.ts";
import type { SqlSession } from "../store/driver.ts";
import type { Layout } from "../store/layout.ts";
import type { StoredBlock } from "../store/store.ts";
import type { BlockConstraint } from "./plan.ts";
import { QueryError } from "./query-error.ts";

/** The block that an answer is about. */
export interface ResolvedBlock {
  readonly number: number;
  /** What is known of the block; null when the query asked for it by number, as graph-node does not look it up then. */
  readonly block: StoredBlock | null;
  /** Whether it is the latest block, whose state indexes answer best. */
  readonly isHead: boolean;
}

/** Finds the block that a constraint means; throws `QueryError` when it is not indexed. */
export async function resolveBlock(
  session: SqlSession,
  layout: Layout,
  deploymentId: string,
  head: StoredBlock,
  constraint: BlockConstraint,
): Promise<ResolvedBlock> {
  switch (constraint.kind) {
    case "latest":
      return { number: head.number, block: head, isHead: true };
    case "hash": {
      const block = await readBlockByHash(session, layout, constraint.hash);
      if (block === null) throw new QueryError("Failed to decode `block.hash` value: `no block with that hash found`");
      return { number: block.number, block, isHead: block.number === head.number };
    }
    case "number_gte":
    case "number": {
      const { kind, number } = constraint;
      if (number > head.number) {
        throw new QueryError(
          `Failed to decode \`block.${kind}\` value: \`subgraph ${deploymentId} has only indexed up to block number ${head.number} ` +
            `and data for block number ${number} is therefore not yet available\``,
        );
      }
      if (kind === "number_gte") return { number: head.number, block: head, isHead: true };
      if (number < 0) {
        throw new QueryError(
          `Failed to decode \`block.number\` value: \`block numbers start at 0, but ${number} was given\``,
        );
      }
      return { number, block: null, isHead: number === head.number };
    }
  }
}
