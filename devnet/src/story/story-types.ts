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
  /** Voting days for which a vote is open; the least that the governor takes if not said. */
  readonly votingDays?: number;
  readonly founders: readonly CastFounder[];
}

/** Terms that somebody of the story proposes. */
export interface CastTerms {
  /** Key of the proposal, by which later steps name it and what came of it. */
  readonly key: string;
  readonly network: string;
  readonly kind: "entry" | "exit";
  /** Key of the member token. */
  readonly member: string;
  /** Who may use them. */
  readonly account: string;
  /** Most member shares that move: whole shares, decimal. */
  readonly cap: string;
  /** Network shares per member share, decimal. */
  readonly rate: string;
  /** What voters read. The first line is the title. */
  readonly description: string;
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
  | {
      readonly act: "realize";
      readonly who: string;
      /** Whole units of the currency, decimal; as a gift's. */
      readonly amount: string;
      readonly evidence: string;
      /** Days over which it streams; at once if not said. */
      readonly overDays?: number;
    }
  | {
      readonly act: "dispute";
      readonly who: string;
      readonly token: string;
      /** Number of the gain within the token, from 0. */
      readonly realization: number;
      readonly uri: string;
    }
  | {
      readonly act: "apply";
      readonly who: string;
      readonly network: string;
      readonly member: string;
      /** Whole member shares, decimal. */
      readonly shares: string;
      readonly rate: string;
      readonly uri: string;
    }
  | ({ readonly act: "propose"; readonly who: string } & CastTerms)
  | {
      readonly act: "vote";
      readonly who: string;
      readonly proposal: string;
      readonly support: "for" | "against" | "abstain";
      readonly reason?: string;
    }
  | { readonly act: "execute"; readonly who: string; readonly proposal: string }
  /** Stakes all that the terms of an executed proposal take. */
  | { readonly act: "join"; readonly who: string; readonly proposal: string }
  /** Takes back whole member shares, decimal, under the exit terms of an executed proposal. */
  | { readonly act: "leave"; readonly who: string; readonly proposal: string; readonly shares: string }
  | { readonly act: "delegate"; readonly who: string; readonly network: string; readonly to: string }
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
  /** Voting days on top: what the governor counts as a day, which is shorter on chains where votes are to be tried. */
  readonly votingDays?: number;
};

/** A story: who is in it, and what happens in which order. Keys name people and networks throughout. */
export interface Story {
  readonly people: Readonly<Record<string, CastMember>>;
  readonly networks: Readonly<Record<string, CastNetwork>>;
  readonly steps: readonly Step[];
}
