/** Loads what WalletConnect needs; undefined in a build without a project id, which has nothing of it. */
export const loadWalletConnect = import.meta.env.VITE_WALLETCONNECT_PROJECT_ID
  ? () => import("./wallet-connect.ts")
  : undefined;
