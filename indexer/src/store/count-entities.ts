import type { SqlSession } from "./driver.ts";
import type { Layout } from "./layout.ts";

/** How many entities there are at the last block. */
export async function countEntities(session: SqlSession, layout: Layout): Promise<bigint> {
  const counts = [...layout.tables.values()].map((table) => {
    const current = table.type.immutable ? "" : " where upper_inf(block_range)";
    return `(select count(*) from ${table.name}${current})`;
  });
  const rows = await session.query("counting entities", `select (${["0", ...counts].join(" + ")})::text`);
  return BigInt(rows[0]?.[0] ?? "0");
}
