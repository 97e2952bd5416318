import type { CurrencyName } from "../deploy/deploy-currency.ts";

/** Which story the chain plays at the start: the whole one, the worked example alone, or nothing. */
export type StoryName = "full" | "trio" | "none";

/** A stage of the start, as it is shown: begun, or done. */
export interface Progress {
  readonly stage: "build" | "chain" | "contracts" | "story" | "index" | "web";
  readonly state: "begun" | "done";
  /** What the stage did or found, in a few words. */
  readonly detail?: string;
}

/** What the stack consists of. A port that is not given is any free one. */
export interface StackOptions {
  readonly rpcPort?: number;
  readonly graphqlPort?: number;
  readonly webPort?: number;
  /** IPFS gateway, or a node's RPC API, that `ipfs://` metadata is fetched from; a public gateway if none is given. */
  readonly ipfs?: string | undefined;
  /** The whole one if not said. */
  readonly story?: StoryName;
  /** What gains are paid in; the chain's coin if not said. */
  readonly currency?: CurrencyName;
  /** Whether to build and serve the dApp. */
  readonly web: boolean;
  /** Folder for the dApp's build, from the root, kept for the next start; a temporary one if none is given. */
  readonly webDir?: string;
  /** Further settings of the dApp's build, by the names of their variables (`VITE_…`). */
  readonly webEnv?: Readonly<Record<string, string>>;
  readonly onProgress?: (progress: Progress) => void;
  /** Gives up the start; what has begun is put away. */
  readonly signal?: AbortSignal;
}
