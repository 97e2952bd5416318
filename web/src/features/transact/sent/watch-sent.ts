import type { FollowPorts } from "./follow-sent.ts";
import { followSent } from "./follow-sent.ts";
import type { SentLog } from "./sent-log.ts";
import { isUnderWay, type Sent } from "./sent-transaction.ts";

const watched = new WeakMap<SentLog, Set<string>>();

/** Follows what is under way in a log of an account; what is followed already is not followed twice. */
export function watchSent(log: SentLog, account: string, ports: FollowPorts): void {
  for (const sent of log.of(account)) if (isUnderWay(sent)) watchOne(log, sent, ports);
}

function watchOne(log: SentLog, sent: Sent, ports: FollowPorts): void {
  const ids = watched.get(log) ?? new Set();
  watched.set(log, ids);
  const key = `${sent.account} ${sent.id}`;
  if (ids.has(key)) return;
  ids.add(key);
  const tell = (change: Parameters<SentLog["change"]>[2]): void => log.change(sent.account, sent.id, change);
  void followSent(sent, ports, tell).finally(() => ids.delete(key));
}

/** Resolves with a transaction of a log once it is in a block or has failed; undefined when it is forgotten before. */
export function settledIn(log: SentLog, account: string, id: string): Promise<Sent | undefined> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const sent = log.find(account, id);
      if (sent?.phase === "pending") return false;
      resolve(sent);
      return true;
    };
    if (look()) return;
    const stop = log.subscribe(() => {
      if (look()) stop();
    });
  });
}
