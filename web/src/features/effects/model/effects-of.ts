import type { DueChange, ShareChange, WhatIf } from "@weft/ownership";

/** What changes for one account. */
export interface AccountEffect {
  /** The address, or `UNLISTED_HOLDER` for holders that are not in the snapshot. */
  readonly account: string;
  /** Look-through shares from 0 to 1, the largest change first. */
  readonly shares: readonly Omit<ShareChange, "account">[];
  /** What is due in the end, in wei of the currency; undefined where it stays as it is. */
  readonly due: Omit<DueChange, "account"> | undefined;
}

/** What changes for whom. */
export interface Effects {
  /** The reader's own; undefined when nothing changes for the reader. */
  readonly own: AccountEffect | undefined;
  /** Everybody else, most affected first. */
  readonly others: readonly AccountEffect[];
  /** Accounts for which something changes beyond those. */
  readonly unlisted: number;
}

interface Gathered {
  readonly shares: Omit<ShareChange, "account">[];
  due: Omit<DueChange, "account"> | undefined;
}

/**
 * A what-if by account.
 *
 * @param account The reader's, in lower case.
 * @param withDue Whether what is due changes hands too. It does where shares pass on while income for them was not collected;
 *   a stake collects it first, and an admission lies in the future.
 */
export function effectsOf(whatIf: Omit<WhatIf, "after">, account: string | undefined, withDue: boolean): Effects {
  const byAccount = new Map<string, Gathered>();
  const entry = (id: string): Gathered => {
    const known = byAccount.get(id) ?? { shares: [], due: undefined };
    byAccount.set(id, known);
    return known;
  };
  for (const { account: id, ...change } of whatIf.shares) entry(id).shares.push(change);
  if (withDue) for (const { account: id, ...change } of whatIf.due) entry(id).due = change;
  const effects = Array.from(byAccount, ([id, { shares, due }]): AccountEffect => ({ account: id, shares, due }));
  return {
    own: effects.find((effect) => effect.account === account),
    others: effects.filter((effect) => effect.account !== account),
    unlisted: whatIf.unlistedAccounts,
  };
}
