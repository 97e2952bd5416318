import { formatArrayLiteral } from "../values/array-literal.ts";
import type { SqlRow, SqlSession } from "./driver.ts";
import type { Layout } from "./layout.ts";
import type { FatalError } from "./store.ts";

/** Records failures of handlers that the subgraph tolerates; each must name its block. */
export async function writeErrors(session: SqlSession, layout: Layout, errors: readonly FatalError[]): Promise<void> {
  if (errors.length === 0) return;
  await session.query(
    "recording errors",
    `insert into ${layout.schema}."errors$" ("block$", message, block_hash, handler)
     select b::int4, m, s, h
     from unnest($1::text::text[], $2::text::text[], $3::text::text[], $4::text::text[]) with ordinality as u (b, m, s, h, position)
     order by position`,
    [
      formatArrayLiteral(errors.map((error) => String(error.block?.number ?? 0))),
      formatArrayLiteral(errors.map((error) => error.message.replaceAll("\0", ""))),
      formatArrayLiteral(errors.map((error) => error.block?.hash ?? null)),
      formatArrayLiteral(errors.map((error) => error.handler)),
    ],
  );
}

/** The oldest of those failures. */
export async function readErrors(session: SqlSession, layout: Layout, limit: number): Promise<FatalError[]> {
  const rows = await session.query(
    "reading errors",
    `select "block$"::text, message, block_hash, handler from ${layout.schema}."errors$"
     order by "block$", vid limit $1::text::int4`,
    [String(limit)],
  );
  return rows.map(errorOf);
}

function errorOf([block, message, hash, handler]: SqlRow): FatalError {
  return { message: message ?? "", block: { number: Number(block), hash: hash ?? "" }, handler: handler ?? null };
}
