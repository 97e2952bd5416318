/** A project id as WalletConnect gives it: 32 hexadecimal digits. */
const PROJECT_ID = /^[0-9a-f]{32}$/;

/** What the page has to reach for WalletConnect: its relay, and the frame with which it vouches for the page's origin. */
export const WALLETCONNECT_SOURCES = {
  connect: "wss://relay.walletconnect.org",
  frame: "https://verify.walletconnect.org",
} as const;

/**
 * WalletConnect's project id of a build; undefined where none is set, so that the build leaves it out.
 *
 * Throws an `Error` for an id that can't be one: a build with it would offer a way that leads nowhere.
 */
export function readProjectId(value: string | undefined): string | undefined {
  const id = value?.trim() ?? "";
  if (id === "") return undefined;
  if (PROJECT_ID.test(id)) return id;
  throw new Error(
    `VITE_WALLETCONNECT_PROJECT_ID is “${value}”, which is no project id: those have 32 digits and letters from a to f. ` +
      "Take it from the project’s page at WalletConnect, or leave the variable out to build without WalletConnect.",
  );
}
