import type { TableLayout } from "./layout.ts";

/**
 * SQL condition that a row began at `block` (an SQL expression) or later. The numbers of versions start with their block, so that
 * the primary key finds them; buckets are numbered otherwise.
 */
export function beganSince(table: TableLayout, block: string, alias?: string): string {
  const prefix = alias === undefined ? "" : `${alias}.`;
  return table.bucket ? `${prefix}"block$" >= ${block}::int4` : `${prefix}vid >= (${block}::int8 << 32)`;
}
