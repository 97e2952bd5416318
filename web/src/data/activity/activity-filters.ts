import type { Address } from "../../lib/address.ts";
import type { VariablesOf } from "../graphql.ts";
import type { ACTIVITY } from "./activity-documents.ts";
import { ACTIVITY_KINDS, type ActivityKind } from "./activity-entry.ts";

/** Which part of what happened is asked for. */
export interface ActivityQuestion {
  /** Kinds that are wanted; all if not said. */
  readonly kinds?: readonly ActivityKind[] | undefined;
  /** Addresses one of which takes part, such as a person's wallet and token; anybody if not said. */
  readonly who?: readonly Address[] | undefined;
  /** Unix time from which on older ones are wanted, that second included; from the newest on if not said. */
  readonly until?: number | undefined;
  /** Most of each kind. */
  readonly first: number;
}

type Filter = Readonly<Record<string, unknown>>;

/** The variables of the query that answers the question. */
export function activityVariables(question: ActivityQuestion): VariablesOf<typeof ACTIVITY> {
  const { kinds = ACTIVITY_KINDS, first } = question;
  const wants = (...some: readonly ActivityKind[]) => some.some((kind) => kinds.includes(kind));
  const where = (fields: readonly string[], extra: readonly Filter[] = [], time = "timestamp") => ({
    and: [...range(question, time), ...takesPart(question, fields), ...extra],
  });
  const incomeKinds = [...(wants("gift") ? ["DONATED"] : []), ...(wants("harvest") ? ["HARVESTED"] : [])];
  return {
    first,
    gain: wants("gain"),
    gains: where(["token", "person"]),
    income: wants("gift", "harvest"),
    incomes: where(["token", "source"], [{ kind_in: incomeKinds }]),
    payment: wants("payment"),
    // What a token claims is a harvest, and told as one.
    payments: where(["token", "account"], [{ account_: { token: null } }]),
    stake: wants("stake"),
    stakes: where(["network", "member", "account", "to"]),
    unstake: wants("unstake"),
    unstakes: where(["network", "member", "account"]),
    issue: wants("issue"),
    issues: where(["token", "to"]),
    transfer: wants("transfer"),
    transfers: where(["token", "account", "counterparty"], [{ kind: "TRANSFER_OUT" }]),
    dispute: wants("dispute"),
    disputes: where(["token", "holder"]),
    application: wants("application"),
    applications: where(["network", "member", "account"], [], "createdAt"),
    proposal: wants("proposal"),
    proposals: where(["network", "proposer"], [], "createdAt"),
    vote: wants("vote"),
    votes: where(["voter"]),
    launch: wants("launch"),
    launches: where(["id", "person"], [], "createdAt"),
    form: wants("form"),
    forms: where(["id", "creator"], [], "createdAt"),
  } as VariablesOf<typeof ACTIVITY>;
}

function range({ until }: ActivityQuestion, time: string): readonly Filter[] {
  return until === undefined ? [] : [{ [`${time}_lte`]: String(until) }];
}

function takesPart({ who }: ActivityQuestion, fields: readonly string[]): readonly Filter[] {
  return who === undefined ? [] : [{ or: fields.map((field) => ({ [`${field}_in`]: who })) }];
}
