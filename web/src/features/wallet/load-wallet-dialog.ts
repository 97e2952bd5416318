/** Loads the dialog's module: RainbowKit is larger than the rest of the page and waits until it is wanted. */
export const loadWalletDialog = () => import("./wallet-dialog.tsx");

/** Begins to load the dialog before it is asked for: when a button that opens it is pointed at or focused. */
export function preloadWalletDialog(): void {
  // A failure shows when the dialog itself is asked for.
  loadWalletDialog().catch(() => undefined);
}
