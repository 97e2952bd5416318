/**
 * Least eligible supply, in wei of shares, with which a token takes in income; below it the contracts revert with
 * `NoEligibleHolders` and the income stays claimable where it was.
 */
export const MIN_ELIGIBLE_SUPPLY: bigint = 10n ** 15n;

/** Largest total supply of a token, in wei of shares: a balance takes 96 bits of a holder's word. */
export const MAX_TOTAL_SUPPLY: bigint = 2n ** 96n - 1n;

/** Largest debt of a holder, in wei of the currency: 158 bits of its word, signed. */
export const MAX_DEBT: bigint = 2n ** 157n - 1n;

/** Fixed point of income per share: the contracts keep it times 2¹²⁸. */
export const INCOME_PER_SHARE_BITS = 128n;

/** Stands for the holders that a list of holdings leaves out, when it adds up to less than the eligible supply. */
export const UNLISTED_HOLDER = "unlisted";

/** Words of 64 bits that a balance takes in a column: 96 bits and a sign. */
export const BALANCE_WORDS = 2;
