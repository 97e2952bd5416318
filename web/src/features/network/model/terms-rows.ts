import type { ExitTerms, NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { type CancelRight, rightToCancel } from "./cancel-terms.ts";
import { type TermsState, viewTerms } from "./terms-view.ts";
import { type ExitView, viewExit } from "./way-out.ts";

/** Terms as the network's list shows them. */
export type TermsRow = {
  /** Why the reader may cancel the terms; undefined when the reader may not. */
  readonly cancel: CancelRight | undefined;
} & (
  | { readonly way: "in"; readonly terms: OfferedTerms; readonly state: TermsState }
  | { readonly way: "out"; readonly terms: ExitTerms; readonly state: ExitView["state"] }
);

/** All terms of a network at the Unix time `now`, by number. */
export function termsRows(
  snapshot: OwnershipSnapshot,
  record: NetworkRecord,
  account: Address | undefined,
  now: number,
): readonly TermsRow[] {
  const entries = record.terms.map((terms): TermsRow => {
    const { state } = viewTerms(snapshot, terms, now);
    return { way: "in", terms, state, cancel: rightToCancel(snapshot, terms, account, now) };
  });
  const exits = record.exits.map((terms): TermsRow => {
    const { state } = viewExit(snapshot, terms, terms.cap, now);
    return { way: "out", terms, state, cancel: rightToCancel(snapshot, terms, account, now) };
  });
  return [...entries, ...exits].sort((a, b) => a.terms.number - b.terms.number);
}
