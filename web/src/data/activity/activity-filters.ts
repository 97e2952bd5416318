import type { Address } from "../../lib/address.ts";
import type { VariablesOf } from "../graphql.ts";
import type { ACTIVITY } from "./activity-documents.ts";
import { ACTIVITY_KINDS, type ActivityKind } from "./activity-entry.ts";
import type { ActivityCursor } from "./merge-entries.ts";

/** Which part of what happened is asked for. */
export interface ActivityQuestion {
  /** Kinds that are wanted; all if not said. */
  readonly kinds?: readonly ActivityKind[] | undefined;
  /** Addresses one of which takes part, such as a person's wallet and token; anybody if not said. */
  readonly who?: readonly Address[] | undefined;
  /** Only what is older than this; from the newest on if not said. */
  readonly before?: ActivityCursor | undefined;
  /** Most of each kind. */
  readonly first: number;
}

type Filter = Readonly<Record<string, unknown>>;

/** The variables of the query that answers the question. */
export function activityVariables(question: ActivityQuestion): VariablesOf<typeof ACTIVITY> {
  const { kinds = ACTIVITY_KINDS, first } = question;
  const wants = (...some: readonly ActivityKind[]) => some.some((kind) => kinds.includes(kind));
  const where = (
    fields: readonly string[],
    extra: readonly Filter[] = [],
    block: "block" | "createdAtBlock" = "block",
  ) => ({
    and: [...range(question, block), ...takesPart(question, fields), ...extra],
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
    applications: where(["network", "member", "account"], [], "createdAtBlock"),
    proposal: wants("proposal"),
    proposals: where(["network", "proposer"], [], "createdAtBlock"),
    vote: wants("vote"),
    votes: where(["voter"]),
    launch: wants("launch"),
    launches: where(["id", "person"], [], "createdAtBlock"),
    form: wants("form"),
    forms: where(["id", "creator"], [], "createdAtBlock"),
  } as VariablesOf<typeof ACTIVITY>;
}

/** The first part alone would do with the second, but is what an index answers. */
function range({ before }: ActivityQuestion, block: string): readonly Filter[] {
  if (before === undefined) return [];
  const number = String(before.block);
  return [{ [`${block}_lte`]: number }, { or: [{ [`${block}_lt`]: number }, { id_lt: before.id }] }];
}

function takesPart({ who }: ActivityQuestion, fields: readonly string[]): readonly Filter[] {
  return who === undefined ? [] : [{ or: fields.map((field) => ({ [`${field}_in`]: who })) }];
}
