import { useSyncExternalStore } from "react";

let open = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks for the dialog in which a wallet is chosen. */
export function requestWalletDialog(): void {
  set(true);
}

/** The dialog is closed. */
export function dismissWalletDialog(): void {
  set(false);
}

/** Whether the dialog was asked for. */
export function useWalletDialogRequested(): boolean {
  return useSyncExternalStore(subscribe, () => open);
}
