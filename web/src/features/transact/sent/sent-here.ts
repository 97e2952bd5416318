import { useMemo, useSyncExternalStore } from "react";
import { CHAIN_ID } from "../../../chain/environment.ts";
import { createSentLog, type SentStore } from "./sent-log.ts";
import type { Sent } from "./sent-transaction.ts";

/** The browser's storage; undefined where it is forbidden, which the mere look at it tells by throwing. */
function browserStore(): SentStore | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** What was sent from this browser on this build's chain. */
export const sentHere = createSentLog(browserStore(), CHAIN_ID);

globalThis.addEventListener?.("storage", ({ key }: StorageEvent) => {
  const prefix = `weft:sent:${CHAIN_ID}:`;
  if (key?.startsWith(prefix)) sentHere.reload(key.slice(prefix.length));
});

const NOTHING: readonly Sent[] = [];

/** What an account sent from this browser, newest first. */
export function useSent(account: string | undefined): readonly Sent[] {
  return useSyncExternalStore(sentHere.subscribe, () => (account === undefined ? NOTHING : sentHere.of(account)));
}

/** What an account sent from one form, newest first. */
export function useSentFrom(account: string | undefined, form: string): readonly Sent[] {
  const all = useSent(account);
  return useMemo(() => all.filter((sent) => sent.form === form), [all, form]);
}
