import type { StatementEntry, StatementKind } from "../../../data/statement.ts";

/** A sentence about an entry: `Staked shares of`, the token, `into`, the network. */
export interface EntryWords {
  /** Stands before the token’s name. */
  readonly before: string;
  /** Stands between the token’s name and that of the other side; undefined where no other side is told. */
  readonly between?: string;
  /** Stands at the end. */
  readonly after?: string;
}

const WORDS: Readonly<Record<StatementKind, EntryWords>> = {
  LAUNCHED: { before: "First shares of" },
  ISSUED: { before: "New shares of" },
  TRANSFER_IN: { before: "Received shares of", between: "from" },
  TRANSFER_OUT: { before: "Passed on shares of", between: "to" },
  STAKED: { before: "Staked shares of", between: "into" },
  TAKEN_IN: { before: "Took in shares of", between: "from" },
  MINTED: { before: "Got shares of", after: "for a stake" },
  UNSTAKED: { before: "Took back shares of", between: "from" },
  GIVEN_BACK: { before: "Gave back shares of", between: "to" },
  BURNED: { before: "Gave up shares of", after: "for shares taken back" },
  REALIZED: { before: "Realized a gain for the holders of" },
  DONATED: { before: "Gave to the holders of" },
  CLAIMED: { before: "Paid by", between: "to" },
  HARVESTED: { before: "Taken in from" },
};

/** What an entry is, in words around the names of its token and, where there is one, of the other side. */
export function entryWords({ kind, other }: Pick<StatementEntry, "kind" | "other">): EntryWords {
  const { between, ...words } = WORDS[kind];
  return between === undefined || other === undefined ? words : { ...words, between };
}

/** The same as one text; `name` gives the name of an address. */
export function entryText(entry: StatementEntry, name: (address: string) => string): string {
  const { before, between, after } = entryWords(entry);
  const parts = [before, name(entry.token), between, between && entry.other && name(entry.other), after];
  return parts.filter(Boolean).join(" ");
}
