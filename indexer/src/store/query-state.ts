import type { Layout } from "./layout.ts";
import type { FatalError, StoredBlock } from "./store.ts";

/** What every query needs to know of its deployment. */
export interface QueryState {
  /** Last block whose changes are committed; null before the first. */
  readonly head: StoredBlock | null;
  /** The failure from whose block on answers may be wrong: the first that was tolerated, or the one that stopped the subgraph. */
  readonly error: FatalError | null;
  /** Earliest block that can be queried. */
  readonly earliest: number;
}

/**
 * An expression for a text that is the same only while the state is: everything that the state is made of is written together with the row
 * of the head, which says by which transaction. Null before the first block.
 */
export function stateMarkSql({ schema }: Layout): string {
  return `(select h.xmin::text || '/' || h.number from ${schema}."head$" h)`;
}

/** An expression whose text `readState` reads, so that one statement can fetch state and data together. */
export function stateSql({ schema }: Layout): string {
  // They are numbered as they were recorded, which is in the order of blocks.
  const tolerated = `(select jsonb_build_object('message', e.message, 'handler', e.handler,
    'block', jsonb_build_object('number', e."block$", 'hash', e.block_hash)) from ${schema}."errors$" e order by e.vid limit 1)`;
  return `(select json_build_array(coalesce(${tolerated}, h.fatal_error), h.earliest, b.number, b.hash, b.parent_hash, b.timestamp)::text
    from ${schema}."head$" h left join ${schema}."blocks$" b on b.number = h.number)`;
}

/** The state behind `stateSql`'s text. */
export function readState(text: string | null | undefined): QueryState {
  const [error, earliest, number, hash, parentHash, timestamp] = JSON.parse(text ?? "[]") as [
    FatalError | null,
    number,
    number | null,
    string,
    string,
    number,
  ];
  return { head: number === null ? null : { number, hash, parentHash, timestamp }, error: error ?? null, earliest };
}
