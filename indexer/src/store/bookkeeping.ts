import { formatArrayLiteral, parseArrayLiteral } from "../values/array-literal.ts";
import { contextFromJson, contextToJson } from "./context-json.ts";
import type { SqlRow, SqlSession } from "./driver.ts";
import type { Layout } from "./layout.ts";
import type { BlockChanges, DynamicDataSource, FatalError, StoredBlock } from "./store.ts";

const BLOCK_COLUMNS = "b.number::text, b.hash, b.parent_hash, b.timestamp::text";

/** The last block whose changes are committed. */
export async function readHead(session: SqlSession, layout: Layout): Promise<StoredBlock | null> {
  const rows = await session.query(
    "reading the head",
    `select ${BLOCK_COLUMNS} from ${layout.schema}."blocks$" b where b.number = (select number from ${layout.schema}."head$")`,
  );
  return rows[0] === undefined ? null : blockOf(rows[0]);
}

/** Earliest block that can be queried. */
export async function readEarliest(session: SqlSession, layout: Layout): Promise<number> {
  const rows = await session.query("reading the earliest block", `select earliest::text from ${layout.schema}."head$"`);
  return Number(rows[0]?.[0]);
}

/** Sets the earliest block that can be queried. */
export async function writeEarliest(session: SqlSession, layout: Layout, number: number): Promise<void> {
  await session.query("setting the earliest block", `update ${layout.schema}."head$" set earliest = $1::text::int4`, [
    String(number),
  ]);
}

/** A recorded block by its number. */
export async function readBlock(session: SqlSession, layout: Layout, number: number): Promise<StoredBlock | null> {
  const rows = await session.query(
    "reading a block",
    `select ${BLOCK_COLUMNS} from ${layout.schema}."blocks$" b where b.number = $1::text::int4`,
    [String(number)],
  );
  return rows[0] === undefined ? null : blockOf(rows[0]);
}

/** A recorded block by its hash (`0x…`, lower case). */
export async function readBlockByHash(session: SqlSession, layout: Layout, hash: string): Promise<StoredBlock | null> {
  const rows = await session.query(
    "reading a block by hash",
    `select ${BLOCK_COLUMNS} from ${layout.schema}."blocks$" b where b.hash = $1::text`,
    [hash],
  );
  return rows[0] === undefined ? null : blockOf(rows[0]);
}

/** The newest recorded blocks, newest first. */
export async function readRecentBlocks(session: SqlSession, layout: Layout, limit: number): Promise<StoredBlock[]> {
  const rows = await session.query(
    "reading recent blocks",
    `select ${BLOCK_COLUMNS} from ${layout.schema}."blocks$" b order by b.number desc limit $1::text::int4`,
    [String(limit)],
  );
  return rows.map(blockOf);
}

/** Records blocks; a number that is already there takes the new hash. */
export async function writeBlocks(session: SqlSession, layout: Layout, blocks: readonly StoredBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  await session.query(
    "recording blocks",
    `insert into ${layout.schema}."blocks$" (number, hash, parent_hash, timestamp)
     select n::int4, h, p, t::int8
     from unnest($1::text::text[], $2::text::text[], $3::text::text[], $4::text::text[]) as u (n, h, p, t)
     on conflict (number) do update
     set hash = excluded.hash, parent_hash = excluded.parent_hash, timestamp = excluded.timestamp`,
    [
      formatArrayLiteral(blocks.map((block) => String(block.number))),
      formatArrayLiteral(blocks.map((block) => block.hash)),
      formatArrayLiteral(blocks.map((block) => block.parentHash)),
      formatArrayLiteral(blocks.map((block) => String(block.timestamp))),
    ],
  );
}

/** Moves the head; the block must be recorded. */
export async function writeHead(session: SqlSession, layout: Layout, number: number | null): Promise<void> {
  await session.query("moving the head", `update ${layout.schema}."head$" set number = $1::text::int4`, [
    number === null ? null : String(number),
  ]);
}

/** Dynamic data sources in creation order. */
export async function readDataSources(session: SqlSession, layout: Layout): Promise<DynamicDataSource[]> {
  const rows = await session.query(
    "reading data sources",
    `select template, params::text, context::text, "block$"::text, causality_region::text, done_at::text
     from ${layout.schema}."data_sources$" order by vid`,
  );
  return rows.map(([template, params, context, createdAt, region, doneAt]) => ({
    template: template ?? "",
    params: parseArrayLiteral(params ?? "{}").map((parameter) => parameter ?? ""),
    context: context === null || context === undefined ? null : contextFromJson(context),
    createdAt: Number(createdAt),
    ...(region === "0" ? {} : { region: Number(region), doneAt: doneAt == null ? null : Number(doneAt) }),
  }));
}

/** Records data sources in the given order. */
export async function writeDataSources(
  session: SqlSession,
  layout: Layout,
  sources: readonly DynamicDataSource[],
): Promise<void> {
  if (sources.length === 0) return;
  await session.query(
    "recording data sources",
    `insert into ${layout.schema}."data_sources$" ("block$", template, params, context, causality_region)
     select b::int4, t, p::text[], c::jsonb, r::int4
     from unnest($1::text::text[], $2::text::text[], $3::text::text[], $4::text::text[], $5::text::text[])
       with ordinality as u (b, t, p, c, r, position)
     order by position`,
    [
      formatArrayLiteral(sources.map((source) => String(source.createdAt))),
      formatArrayLiteral(sources.map((source) => source.template)),
      formatArrayLiteral(sources.map((source) => formatArrayLiteral(source.params))),
      formatArrayLiteral(sources.map((source) => (source.context === null ? null : contextToJson(source.context)))),
      formatArrayLiteral(sources.map((source) => String(source.region ?? 0))),
    ],
  );
}

/** Records which files' handlers ran, after the files themselves are recorded. */
export async function markFilesDone(
  session: SqlSession,
  layout: Layout,
  blocks: readonly BlockChanges[],
): Promise<void> {
  const done = blocks.flatMap(({ block, filesDone }) => (filesDone ?? []).map((region) => [region, block.number]));
  if (done.length === 0) return;
  await session.query(
    "recording files",
    `update ${layout.schema}."data_sources$" d set done_at = u.b::int4
     from unnest($1::text::text[], $2::text::text[]) as u (r, b) where d.causality_region = u.r::int4`,
    [
      formatArrayLiteral(done.map(([region]) => String(region))),
      formatArrayLiteral(done.map(([, block]) => String(block))),
    ],
  );
}

/** The recorded deterministic failure. */
export async function readFatalError(session: SqlSession, layout: Layout): Promise<FatalError | null> {
  const rows = await session.query("reading the fatal error", `select fatal_error::text from ${layout.schema}."head$"`);
  const text = rows[0]?.[0];
  return text === null || text === undefined ? null : (JSON.parse(text) as FatalError);
}

/** Records a deterministic failure, or clears it. */
export async function writeFatalError(session: SqlSession, layout: Layout, error: FatalError | null): Promise<void> {
  await session.query("recording a fatal error", `update ${layout.schema}."head$" set fatal_error = $1::text::jsonb`, [
    error === null ? null : JSON.stringify({ ...error, message: storableText(error.message) }),
  ]);
}

/** Messages may show what a mapping could not read, with characters that PostgreSQL's JSON cannot hold. */
function storableText(message: string): string {
  return message.replaceAll("\0", "").toWellFormed();
}

function blockOf([number, hash, parentHash, timestamp]: SqlRow): StoredBlock {
  return { number: Number(number), hash: hash ?? "", parentHash: parentHash ?? "", timestamp: Number(timestamp) };
}
