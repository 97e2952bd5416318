/** What the keeper of a program tells its parent. */
export type KeeperMessage =
  | { readonly kind: "ready"; readonly port: number; readonly pid: number }
  | { readonly kind: "ended"; readonly output: string };
