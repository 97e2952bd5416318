import { lookThroughOfToken } from "@weft/ownership";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { displayName } from "../../lib/names.ts";

/** One owner in the end. */
export interface FinalOwner {
  readonly name: string;
  /** Part of 1; for drawing. */
  readonly share: number;
  /** Whether this is the person that the token is of. */
  readonly self: boolean;
}

/** With whom a token's income rests in the end. */
export interface FinalOwners {
  /** The largest, then the others as one. */
  readonly owners: readonly FinalOwner[];
  readonly count: number;
  /** Part of 1 that reaches nobody. */
  readonly trapped: number;
}

/** Owners that get a strand of their own. */
const SHOWN = 5;

/** With whom a token's income rests in the end, all circles counted; the largest five by name. */
export function finalOwners(snapshot: OwnershipSnapshot, token: TokenInfo): FinalOwners {
  const { shares, trapped } = lookThroughOfToken(snapshot.graph, token.address);
  const owners = shares.slice(0, SHOWN).map(
    ({ account, share }): FinalOwner => ({
      name: displayName(snapshot, account),
      share,
      self: account === token.person,
    }),
  );
  const others = shares.slice(SHOWN).reduce((sum, { share }) => sum + share, 0);
  return {
    owners: others > 0 ? [...owners, { name: "others", share: others, self: false }] : owners,
    count: shares.length,
    trapped,
  };
}
