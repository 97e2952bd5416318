import * as v from "valibot";
import { isUnderWay, type Sent, type SentLive, type SentTransaction, sentSchema } from "./sent-transaction.ts";

/** Transactions kept for one account on one chain; the oldest that are done go first. */
export const MOST_KEPT = 20;
/** What is done is forgotten after a week. */
const KEPT_FOR_MS = 7 * 86_400_000;

/** Where transactions are kept between visits; a browser's storage is one. */
export type SentStore = Pick<Storage, "getItem" | "setItem">;

/** All that was sent from this browser on one chain, by account. */
export interface SentLog {
  /** Newest first. The same array until something changes. */
  readonly of: (account: string) => readonly Sent[];
  readonly find: (account: string, id: string) => Sent | undefined;
  readonly add: (sent: SentTransaction) => void;
  /** Changes one; nothing happens if it was forgotten. */
  readonly change: (account: string, id: string, change: SentChange) => void;
  readonly forget: (account: string, id: string) => void;
  /** Reads an account's again, as when another window has written them. */
  readonly reload: (account: string) => void;
  /** Tells of every change, until the function that it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What is new about a transaction. */
export interface SentChange {
  readonly kept?: Partial<SentTransaction>;
  readonly live?: SentLive;
}

const NOTHING_LIVE: SentLive = {};

/** Keeps what was sent in `store`. Never throws: a browser that keeps nothing forgets it with the page. */
export function createSentLog(store: SentStore | undefined, chainId: number, now: () => number = Date.now): SentLog {
  const byAccount = new Map<string, readonly Sent[]>();
  const listeners = new Set<() => void>();
  const keyOf = (account: string): string => `weft:sent:${chainId}:${account}`;

  function of(account: string): readonly Sent[] {
    const known = byAccount.get(account);
    if (known) return known;
    const read = readSent(store, keyOf(account), account).map((sent) => ({ ...sent, live: NOTHING_LIVE }));
    const list = bound(read, now());
    byAccount.set(account, list);
    return list;
  }

  function show(account: string, list: readonly Sent[]): void {
    byAccount.set(account, list);
    for (const listener of listeners) listener();
  }

  function keep(account: string, list: readonly Sent[]): void {
    const kept = bound(list, now());
    try {
      store?.setItem(keyOf(account), JSON.stringify(kept.map(({ live: _, ...sent }) => sent)));
    } catch {
      // Storage is full or forbidden.
    }
    show(account, kept);
  }

  return {
    of,
    find: (account, id) => of(account).find((sent) => sent.id === id),
    add: (sent) =>
      keep(sent.account, [{ ...sent, live: NOTHING_LIVE }, ...of(sent.account).filter(({ id }) => id !== sent.id)]),
    change(account, id, { kept, live }) {
      if (!of(account).some((sent) => sent.id === id)) return;
      const changed = of(account).map((sent) =>
        sent.id === id ? { ...sent, ...kept, live: live ?? sent.live } : sent,
      );
      if (kept) keep(account, changed);
      else show(account, changed);
    },
    forget: (account, id) =>
      keep(
        account,
        of(account).filter((sent) => sent.id !== id),
      ),
    reload(account) {
      const live = new Map(of(account).map((sent) => [sent.id, sent.live]));
      byAccount.delete(account);
      show(
        account,
        of(account).map((sent) => ({ ...sent, live: live.get(sent.id) ?? NOTHING_LIVE })),
      );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is kept under `key`, without what does not fit: another version of the dApp, or anybody, may have written it. */
export function readSent(store: SentStore | undefined, key: string, account: string): readonly SentTransaction[] {
  try {
    const read: unknown = JSON.parse(store?.getItem(key) ?? "[]");
    if (!Array.isArray(read)) return [];
    return read.slice(0, MOST_KEPT).flatMap((entry) => {
      const checked = v.safeParse(sentSchema, entry);
      return checked.success && checked.output.account === account ? [checked.output] : [];
    });
  } catch {
    return [];
  }
}

/** The newest, and before others those that something is still expected of. */
function bound(list: readonly Sent[], now: number): readonly Sent[] {
  const fresh = list.filter((sent) => isUnderWay(sent) || now - sent.sentAt < KEPT_FOR_MS);
  if (fresh.length <= MOST_KEPT) return fresh;
  const kept = new Set([...fresh].sort((a, b) => Number(isUnderWay(b)) - Number(isUnderWay(a))).slice(0, MOST_KEPT));
  return fresh.filter((sent) => kept.has(sent));
}
