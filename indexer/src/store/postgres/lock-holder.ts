import { LOCK_SPACE } from "../advisory-lock.ts";
import type { SqlSession } from "../driver.ts";
import { APPLICATION_NAME } from "./client-options.ts";

/** Who indexes a deployment. */
export interface LockHolder {
  /** Process id of the server's end of the connection. */
  readonly backend: number;
  readonly application: string;
  /** Address it connects from; null for a local socket. */
  readonly client: string | null;
  readonly since: string;
  /** Whether it is a connection of this process. */
  readonly isOurs: boolean;
}

/** Who holds the lock of the deployment `site`, null when nobody does any more. */
export async function readHolder(session: SqlSession, site: number): Promise<LockHolder | null> {
  const rows = await session.query(
    "looking for who holds the lock",
    `select a.pid::text, a.application_name::text, host(a.client_addr)::text, a.backend_start::text
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 2
       and l.database = (select oid from pg_database where datname = current_database())
       and l.classid::int8 = $1::text::int8 and l.objid::int8 = $2::text::int8`,
    [String(LOCK_SPACE), String(site)],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const [pid, application, client, since] = row;
  return {
    backend: Number(pid),
    application: application ?? "",
    client: client ?? null,
    since: since ?? "",
    isOurs: application === APPLICATION_NAME,
  };
}

/** Says who that is. */
export function describeHolder(holder: LockHolder | null): string {
  if (holder === null) return "a process that has just gone";
  const { application, backend, client, since } = holder;
  const from = client === null ? "" : ` from ${client}`;
  return `${application === "" ? "an unnamed program" : application}${from}, connected since ${since} (server process ${backend})`;
}
