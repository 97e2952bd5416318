import type { Motif } from "./pictures/motifs.ts";

/** Somebody of the story. */
export interface CastMember {
  /** Index of the development account. */
  readonly account: number;
  /** The personal token; none for somebody who only holds. */
  readonly token?: {
    readonly name: string;
    readonly symbol: string;
    readonly about: string;
    readonly motif: Motif;
    /** Whether anybody may hold. */
    readonly open: boolean;
  };
}

/** A founder of a network: who stakes how much of what. */
export interface CastFounder {
  readonly who: string;
  /** Key of the token that is staked: a person's or another network's. */
  readonly member: string;
  /** Whole shares, decimal. */
  readonly stake: string;
  /** Network shares per member share, decimal. */
  readonly rate: string;
  /** Where the network shares go: the founder's wallet, or the treasury of the founder's personal token. */
  readonly to: "wallet" | "treasury";
}

/** A network of the story. */
export interface CastNetwork {
  readonly name: string;
  readonly symbol: string;
  readonly about: string;
  readonly motif: Motif;
  readonly creator: string;
  /** Days that founders have. */
  readonly foundingDays: number;
  readonly founders: readonly CastFounder[];
}

/**
 * What happens in one step. `who` and `to` are people; `token`, `holder` and `source` are keys of people's tokens or of
 * networks, except that who is approved as a holder is a network or somebody's wallet.
 */
export type Act =
  | { readonly act: "launch"; readonly who: string }
  | { readonly act: "form"; readonly network: string }
  | { readonly act: "approve"; readonly who: string; readonly holder: string }
  | { readonly act: "stake"; readonly who: string; readonly network: string }
  | { readonly act: "realize"; readonly who: string; readonly amount: string; readonly evidence: string }
  | {
      readonly act: "give";
      readonly who: string;
      readonly token: string;
      readonly amount: string;
      readonly note: string;
    }
  | {
      readonly act: "pass";
      readonly who: string;
      readonly token: string;
      readonly to: string;
      readonly shares: string;
    }
  | { readonly act: "harvest"; readonly who: string; readonly holder: string; readonly source: string }
  | {
      readonly act: "settle";
      readonly who: string;
      readonly hops: readonly { readonly holder: string; readonly source: string; readonly turns?: number }[];
      readonly claims: readonly string[];
    };

/** A step: what happens, and when. */
export type Step = Act & {
  /** Days after the story began. */
  readonly day: number;
};

/** A story: who is in it, and what happens in which order. Keys name people and networks throughout. */
export interface Story {
  readonly people: Readonly<Record<string, CastMember>>;
  readonly networks: Readonly<Record<string, CastNetwork>>;
  readonly steps: readonly Step[];
}
