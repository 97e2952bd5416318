import { readBlockByHash } from "../store/bookkeeping.ts";
import type { SqlSession } from "../store/driver.ts";
import type { QueryableStore } from "../store/open-store.ts";
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

/** Finds the block that a constraint means; throws `QueryError` when it is not indexed or not any more. */
export async function resolveBlock(
  session: SqlSession,
  { layout, identity }: Pick<QueryableStore, "layout" | "identity">,
  { head, earliest }: { readonly head: StoredBlock; readonly earliest: number },
  constraint: BlockConstraint,
): Promise<ResolvedBlock> {
  const latest = { number: head.number, block: head, isHead: true };
  const subgraph = `subgraph ${identity.deploymentId}`;
  switch (constraint.kind) {
    case "latest":
      return latest;
    case "hash": {
      const block = await readBlockByHash(session, layout, constraint.hash);
      if (block === null) throw undecodable("hash", "no block with that hash found");
      checkEarliest(subgraph, earliest, block.number);
      return { number: block.number, block, isHead: block.number === head.number };
    }
    case "number_gte":
    case "number": {
      const { kind, number } = constraint;
      if (number > head.number) {
        throw undecodable(
          kind,
          `${subgraph} has only indexed up to block number ${head.number} and data for block number ${number} is therefore not yet available`,
        );
      }
      if (kind === "number_gte") return latest;
      checkEarliest(subgraph, earliest, number);
      return { number, block: null, isHead: number === head.number };
    }
  }
}

function checkEarliest(subgraph: string, earliest: number, number: number): void {
  if (number >= earliest) return;
  throw undecodable(
    "number",
    `${subgraph} only has data starting at block number ${earliest} and data for block number ${number} is therefore not available`,
  );
}

function undecodable(key: string, reason: string): QueryError {
  return new QueryError(`Failed to decode \`block.${key}\` value: \`${reason}\``);
}
