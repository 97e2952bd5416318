import type { Admission } from "../../../data/network-admissions.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { type ProposalState, proposalState } from "../../govern/model/proposal-state.ts";

/** What came of it that somebody stood for a member. */
export type Outcome =
  /** The vote or the terms are still open. */
  | "open"
  | "came-in"
  /** The vote did not carry it. */
  | "refused"
  | "withdrawn"
  /** It passed, and nobody put it into force in time. */
  | "never-in-force"
  /** Nothing was staked before the terms ended. */
  | "not-used"
  | "cancelled";

/** An admission and what came of it. */
export interface AdmissionRecord extends Admission {
  readonly outcome: Outcome;
  /** What the person realized since coming in, in wei of the currency; undefined for a network and who did not come in. */
  readonly realizedSince: bigint | undefined;
}

/** How those turned out that one account stood for. */
export interface SponsorRecord {
  readonly sponsor: Address;
  readonly stoodFor: number;
  readonly cameIn: number;
  readonly open: number;
  /** Neither came in nor can any more. */
  readonly ended: number;
  /** Income that the network collected from those who came in, in wei of the currency. */
  readonly broughtIn: bigint;
}

/** What came of every admission, as of the Unix time `now`. */
export function admissionRecords(
  snapshot: OwnershipSnapshot,
  admissions: readonly Admission[],
  now: number,
): readonly AdmissionRecord[] {
  return admissions.map((admission) => ({
    ...admission,
    outcome: outcomeOf(admission, now),
    realizedSince: realizedSince(snapshot, admission),
  }));
}

function outcomeOf({ vote, terms }: Admission, now: number): Outcome {
  const state = proposalState(vote, now);
  if (state !== "executed" || terms === undefined) return STATES[state];
  if (terms.used > 0n) return "came-in";
  if (terms.status === "cancelled") return "cancelled";
  return now > terms.expiry ? "not-used" : "open";
}

const STATES: Readonly<Record<ProposalState, Outcome>> = {
  pending: "open",
  active: "open",
  succeeded: "open",
  executed: "open",
  defeated: "refused",
  expired: "never-in-force",
  cancelled: "withdrawn",
};

function realizedSince(snapshot: OwnershipSnapshot, { member, joined }: Admission): bigint | undefined {
  const realized = snapshot.tokens.get(member)?.totalRealized;
  if (realized === undefined || joined === undefined || joined.realizedBefore === null) return undefined;
  // Both are of the index, but not always of one block.
  return realized > joined.realizedBefore ? realized - joined.realizedBefore : 0n;
}

/** Who stood for whom, and how those turned out: who brought in most first. */
export function sponsorRecords(records: readonly AdmissionRecord[]): readonly SponsorRecord[] {
  const bySponsor = new Map<Address, AdmissionRecord[]>();
  for (const record of records) bySponsor.set(record.sponsor, [...(bySponsor.get(record.sponsor) ?? []), record]);
  const count = (list: readonly AdmissionRecord[], outcome: Outcome) =>
    list.filter((record) => record.outcome === outcome).length;
  return [...bySponsor]
    .map(([sponsor, list]) => {
      const [cameIn, open] = [count(list, "came-in"), count(list, "open")];
      return {
        sponsor,
        stoodFor: list.length,
        cameIn,
        open,
        ended: list.length - cameIn - open,
        broughtIn: list.reduce((sum, { joined }) => sum + (joined?.broughtIn ?? 0n), 0n),
      };
    })
    .sort((a, b) => compare(b.broughtIn, a.broughtIn) || b.cameIn - a.cameIn || b.stoodFor - a.stoodFor);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
