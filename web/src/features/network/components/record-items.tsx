import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount, formatDate, formatDuration, formatShare } from "../../../lib/format.ts";
import { safeText } from "../../../lib/safe-text.ts";
import { shareOf } from "../../../lib/share-of.ts";
import type { AdmissionRecord } from "../model/admission-record.ts";
import { cancelledByWords } from "../model/cancelled-words.ts";
import { sharesFor } from "../model/terms-view.ts";

interface RecordItemProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: AdmissionRecord;
}

/** Somebody who came in by vote: who stood for them, on which terms, and what came of it. */
export function JoinedItem({ snapshot, token, record }: RecordItemProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const { member, terms, joined, createdAt, realizedSince } = record;
  const symbol = symbolOf(snapshot, record);
  return (
    <li className="grid gap-3 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Identity address={member} note={`came in ${formatDate(joined?.joinedAt ?? createdAt)}`} />
        {joined === undefined ? (
          <p className="text-note text-ink-3">was a member before</p>
        ) : (
          <p className="text-right text-table">
            <span className="block text-label text-ink-3">
              <Explain term="Brought in">
                Income that the network collected from the member so far, out of all shares of them that it holds.
              </Explain>
            </span>
            {joined.broughtIn === 0n ? (
              <span className="text-ink-3">none yet</span>
            ) : (
              <Amount wei={joined.broughtIn} unit={unit} decimals={decimals} money className="font-semibold" />
            )}
          </p>
        )}
      </div>
      <dl className="grid grid-cols-[repeat(2,minmax(0,1fr))] gap-x-6 gap-y-3 md:grid-cols-[repeat(3,minmax(0,1fr))]">
        <Sponsor {...record} />
        <Fact label="Terms">{termsWords(snapshot, token, record)}</Fact>
        <Vote {...record} />
        <Fact label="Staked">
          <Amount wei={terms?.used ?? 0n} unit={symbol} />
          {joined !== undefined && joined.returned > 0n && (
            <span className="block text-label text-ink-3">
              {formatAmount(joined.returned)} {symbol} came back since
            </span>
          )}
        </Fact>
        {joined !== undefined && joined.realizedBefore !== null && (
          <>
            <Fact label="Had realized before">
              <Amount wei={joined.realizedBefore} unit={unit} decimals={decimals} />
            </Fact>
            <Fact
              label={
                <Explain term="Realized since">
                  What the person reported as gains after the first stake: all of it, of which the network gets its
                  part.
                </Explain>
              }
            >
              <Amount wei={realizedSince ?? 0n} unit={unit} decimals={decimals} />
            </Fact>
          </>
        )}
      </dl>
    </li>
  );
}

/** Somebody who was stood for and did not come in: how it ended. */
export function EndedItem({ snapshot, token, record }: RecordItemProps): ReactNode {
  return (
    <li className="grid gap-3 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Identity address={record.member} note={safeText(record.title, 60)} />
        <p className="text-note text-ink-2">{outcomeWords(snapshot, record)}</p>
      </div>
      <dl className="grid grid-cols-[repeat(2,minmax(0,1fr))] gap-x-6 gap-y-3 md:grid-cols-[repeat(3,minmax(0,1fr))]">
        <Sponsor {...record} />
        <Fact label="Terms">{termsWords(snapshot, token, record)}</Fact>
        <Vote {...record} />
      </dl>
    </li>
  );
}

function Sponsor({ sponsor }: AdmissionRecord): ReactNode {
  return (
    <Fact label="Stood for by">
      <Identity address={sponsor} size={24} />
    </Fact>
  );
}

function Vote(record: AdmissionRecord): ReactNode {
  return (
    <Fact
      label={
        <Explain term="The vote">
          Votes for and against as it ended, in parts of those that were cast either way. Who was for neither is left
          out.
        </Explain>
      }
    >
      {voteWords(record)}
    </Fact>
  );
}

function Fact({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div className="min-w-0 text-note">
      <dt className="text-label text-ink-3">{label}</dt>
      <dd className="mt-0.5 text-ink-2 wrap-anywhere">{children}</dd>
    </div>
  );
}

function symbolOf(snapshot: OwnershipSnapshot, { member }: AdmissionRecord): string {
  return snapshot.tokens.get(member)?.symbol ?? "shares";
}

function termsWords(snapshot: OwnershipSnapshot, token: TokenInfo, record: AdmissionRecord): string {
  const { cap, rate, lockup } = record;
  const received = `${formatAmount(sharesFor(cap, rate))} ${token.symbol}`;
  const lock = lockup === 0 ? "no lock-up" : `locked for ${formatDuration(lockup)}`;
  return `up to ${formatAmount(cap)} ${symbolOf(snapshot, record)} for ${received}, ${lock}`;
}

function voteWords({ vote: { forVotes, againstVotes } }: AdmissionRecord): string {
  const cast = forVotes + againstVotes;
  if (cast === 0n) return "nobody voted for or against";
  return `${formatShare(shareOf(forVotes, cast))} for, ${formatShare(shareOf(againstVotes, cast))} against`;
}

function outcomeWords(snapshot: OwnershipSnapshot, { outcome, vote, terms }: AdmissionRecord): string {
  switch (outcome) {
    case "refused": {
      const tooFew = vote.quorum === null || vote.forVotes + vote.abstainVotes < vote.quorum;
      const ended = formatDate(vote.endsAt);
      return vote.forVotes > vote.againstVotes && tooFew ? `too few took part, ${ended}` : `refused, ${ended}`;
    }
    case "withdrawn":
      return "withdrawn before the vote";
    case "never-in-force":
      return `passed, never put into force, ${formatDate(vote.expiresAt)}`;
    case "not-used":
      return `admitted, did not stake, ${formatDate(terms?.expiry ?? vote.expiresAt)}`;
    case "cancelled":
      return terms?.cancelledBy
        ? `admitted, cancelled ${cancelledByWords(snapshot, terms.cancelledBy)}`
        : "admitted, cancelled";
    case "open":
    case "came-in":
      return "";
  }
}
