import type { ResultOf } from "../graphql.ts";
import { readAddress, readAmount, readCount, readInteger, readText } from "../read-answer.ts";
import type { ACTIVITY } from "./activity-documents.ts";
import type { ActivityEntry } from "./activity-entry.ts";

type Answer = ResultOf<typeof ACTIVITY>;
type RowOf<Field extends keyof Answer> = NonNullable<Answer[Field]> extends readonly (infer Row)[] ? Row : never;

/** What every fact has. */
interface Fact {
  readonly id: string;
  readonly block: string;
  readonly timestamp: string;
  readonly transaction: string;
}

const WEI = 10n ** 18n;

/** Reads an answer: a list for each kind of fact that was asked for. Throws `IndexAnswerError`. */
export function readEntries(answer: Answer): readonly (readonly ActivityEntry[])[] {
  return [
    read(answer.gains, gainOf),
    read(answer.incomes, incomeOf),
    read(answer.payments, paymentOf),
    read(answer.stakes, (row) => ({ ...stakeOf(row), kind: "stake" })),
    read(answer.unstakes, (row) => ({ ...stakeOf(row), kind: "unstake" })),
    read(answer.issues, issueOf),
    read(answer.transfers, transferOf),
    read(answer.disputes, disputeOf),
    read(answer.applications, applicationOf),
    read(answer.proposals, proposalOf),
    read(answer.votes, voteOf),
    read(answer.launches, launchOf),
    read(answer.forms, formOf),
  ];
}

function read<Row>(rows: readonly Row[] | undefined | null, entryOf: (row: Row) => ActivityEntry) {
  return (rows ?? []).map(entryOf);
}

function factOf({ id, block, timestamp, transaction }: Fact) {
  return {
    id,
    block: readCount(block, "block"),
    timestamp: readCount(timestamp, "timestamp"),
    transaction: readText(transaction, "transaction"),
  };
}

function gainOf(row: RowOf<"gains">): ActivityEntry {
  return {
    ...factOf(row),
    kind: "gain",
    actor: readAddress(row.person.id, "Realization.person"),
    token: readAddress(row.token.id, "Realization.token"),
    amount: readAmount(row.amount, "Realization.amount"),
    duration: readCount(row.duration, "Realization.duration"),
    text: readText(row.evidence, "Realization.evidence"),
  };
}

function incomeOf(row: RowOf<"incomes">): ActivityEntry {
  const token = readAddress(row.token.id, "Income.token");
  const source = readAddress(row.source.id, "Income.source");
  const money = { ...factOf(row), token, amount: readAmount(row.amount, "Income.amount") };
  return row.kind === "HARVESTED"
    ? { ...money, kind: "harvest", actor: token, other: source }
    : { ...money, kind: "gift", actor: source, text: readText(row.note, "Income.note") };
}

function paymentOf(row: RowOf<"payments">): ActivityEntry {
  return {
    ...factOf(row),
    kind: "payment",
    actor: readAddress(row.account.id, "Claim.account"),
    token: readAddress(row.token.id, "Claim.token"),
    amount: readAmount(row.amount, "Claim.amount"),
  };
}

function stakeOf(row: RowOf<"stakes">): Omit<ActivityEntry, "kind"> {
  const member = readAddress(row.member.id, "Stake.member");
  return {
    ...factOf(row),
    actor: readAddress(row.account.id, "Stake.account"),
    token: readAddress(row.network.id, "Stake.network"),
    other: member,
    sharesOf: member,
    shares: readAmount(row.amount, "Stake.amount"),
    inReturn: readAmount(row.shares, "Stake.shares"),
  };
}

function issueOf(row: RowOf<"issues">): ActivityEntry {
  const token = readAddress(row.token.id, "Issuance.token");
  return {
    ...factOf(row),
    kind: "issue",
    actor: readAddress(row.token.person.id, "PersonalToken.person"),
    token,
    other: readAddress(row.to.id, "Issuance.to"),
    sharesOf: token,
    shares: readAmount(row.shares, "Issuance.shares"),
  };
}

function transferOf(row: RowOf<"transfers">): ActivityEntry {
  const token = readAddress(row.token.id, "StatementEntry.token");
  return {
    ...factOf(row),
    kind: "transfer",
    actor: readAddress(row.account.id, "StatementEntry.account"),
    token,
    ...(row.counterparty && { other: readAddress(row.counterparty.id, "StatementEntry.counterparty") }),
    sharesOf: token,
    // Shares that went out are below zero on the statement of who passed them on.
    shares: -readInteger(row.shares, "StatementEntry.shares"),
  };
}

function disputeOf(row: RowOf<"disputes">): ActivityEntry {
  return {
    ...factOf(row),
    kind: "dispute",
    actor: readAddress(row.holder.id, "Dispute.holder"),
    token: readAddress(row.token.id, "Dispute.token"),
    amount: readAmount(row.realization.amount, "Realization.amount"),
    text: readText(row.uri, "Dispute.uri"),
  };
}

function applicationOf(row: RowOf<"applications">): ActivityEntry {
  const member = readAddress(row.member.id, "Application.member");
  const amount = readAmount(row.amount, "Application.amount");
  return {
    ...factOf(beginningOf(row)),
    kind: "application",
    actor: readAddress(row.account.id, "Application.account"),
    token: readAddress(row.network.id, "Application.network"),
    other: member,
    sharesOf: member,
    shares: amount,
    inReturn: (amount * readAmount(row.rate, "Application.rate")) / WEI,
    text: readText(row.uri, "Application.uri"),
  };
}

function proposalOf(row: RowOf<"proposals">): ActivityEntry {
  return {
    ...factOf(beginningOf(row)),
    kind: "proposal",
    actor: readAddress(row.proposer.id, "Proposal.proposer"),
    token: readAddress(row.network.id, "Proposal.network"),
    text: readText(row.title, "Proposal.title"),
  };
}

const SUPPORT = { FOR: "for", AGAINST: "against", ABSTAIN: "abstain" } as const;

function voteOf(row: RowOf<"votes">): ActivityEntry {
  const network = readAddress(row.proposal.network.id, "Proposal.network");
  return {
    ...factOf(row),
    kind: "vote",
    actor: readAddress(row.voter.id, "Vote.voter"),
    token: network,
    sharesOf: network,
    shares: readAmount(row.weight, "Vote.weight"),
    support: SUPPORT[row.support],
    text: readText(row.proposal.title, "Proposal.title"),
  };
}

function launchOf(row: RowOf<"launches">): ActivityEntry {
  const token = readAddress(row.id, "PersonalToken.id");
  const actor = readAddress(row.person.id, "PersonalToken.person");
  return { ...factOf(beginningOf(row)), kind: "launch", actor, token };
}

function formOf(row: RowOf<"forms">): ActivityEntry {
  const token = readAddress(row.id, "NetworkToken.id");
  const actor = readAddress(row.creator.id, "NetworkToken.creator");
  return { ...factOf(beginningOf(row)), kind: "form", actor, token };
}

/** What began then and changed since. The transaction in which a token began is not indexed. */
function beginningOf(row: {
  readonly id: string;
  readonly createdAt: string;
  readonly createdAtBlock: string;
  readonly createdTransaction?: string;
}): Fact {
  const { id, createdAt, createdAtBlock, createdTransaction = "" } = row;
  return { id, block: createdAtBlock, timestamp: createdAt, transaction: createdTransaction };
}
