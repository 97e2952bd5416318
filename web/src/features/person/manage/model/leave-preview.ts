import type { ExitOffer, TreasuryPosition } from "../../../../data/person-settings.ts";

const ONE = 10n ** 18n;

/** What a treasury could take back under some terms. */
export interface LeaveView {
  readonly offer: ExitOffer;
  readonly state: "usable" | "not-open" | "ended";
  /** Most member shares that come back, in wei of the member token: by the terms and by what is still staked. */
  readonly most: bigint;
  readonly position: TreasuryPosition;
}

/** Terms under which a treasury can take something back, as they are at the Unix time `now`. */
export function leaveViews(
  exits: readonly ExitOffer[],
  positions: readonly TreasuryPosition[],
  now: number,
): readonly LeaveView[] {
  return exits.flatMap((offer) => {
    const position = positions.find(({ network, member }) => network === offer.network && member === offer.member);
    if (position === undefined) return [];
    const staked = position.staked - position.returned;
    const most = smaller(staked, offer.left);
    return most > 0n ? [{ offer, state: stateOf(offer, now), most, position }] : [];
  });
}

function stateOf({ opensAt, expiry }: ExitOffer, now: number): LeaveView["state"] {
  if (now < opensAt) return "not-open";
  return expiry !== undefined && now > expiry ? "ended" : "usable";
}

/**
 * Network shares that the contract burns for `amount` member shares: at least ⌈amount × rate / 1e18⌉ and
 * ⌈amount × minted / staked⌉ of what is still in the position; of a founding that failed, exactly what was minted
 * (`NetworkAdmission`).
 */
export function burnedFor({ offer, position }: LeaveView, amount: bigint): bigint {
  if (offer.founding) return (amount * offer.rate) / ONE;
  const staked = position.staked - position.returned;
  const minted = position.minted > position.burned ? position.minted - position.burned : 0n;
  const byTerms = ceilDivide(amount * offer.rate, ONE);
  const byPosition = ceilDivide(amount * minted, staked);
  return larger(byTerms, byPosition);
}

function ceilDivide(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
