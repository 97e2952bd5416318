import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Explain } from "../../../components/explain.tsx";
import type { Proposal } from "../../../data/governance/proposal.ts";
import { formatShare } from "../../../lib/format.ts";
import { shareOf } from "../../../lib/share-of.ts";

/** How a vote stands: for, against and neither, and whether enough took part. */
export function Tally(props: {
  readonly proposal: Proposal;
  readonly symbol: string;
  readonly supply: bigint;
}): ReactNode {
  const { proposal, symbol, supply } = props;
  const { forVotes, againstVotes, abstainVotes, quorum } = proposal;
  const most = [forVotes + againstVotes + abstainVotes, quorum ?? 0n, 1n].reduce((a, b) => (a > b ? a : b));
  const enough = quorum !== null && forVotes + abstainVotes >= quorum;
  return (
    <dl className="grid gap-2 text-note">
      <Bar label="For" votes={forVotes} most={most} symbol={symbol} look="fill-network" />
      <Bar label="Against" votes={againstVotes} most={most} symbol={symbol} look="fill-wallet" />
      {abstainVotes > 0n && (
        <Bar label="Neither" votes={abstainVotes} most={most} symbol={symbol} look="fill-line-strong" />
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <dt className="text-ink-3">
          <Explain term="Taking part">
            Votes for and neither, of all votes that there are. So many of them are needed before a vote counts.
          </Explain>
        </dt>
        <dd className="text-ink-2">
          {formatShare(shareOf(forVotes + abstainVotes, supply))}
          {quorum !== null && (
            <>
              {" "}
              of {formatShare(shareOf(quorum, supply))} needed{enough ? ", enough" : ""}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Bar(props: {
  readonly label: string;
  readonly votes: bigint;
  readonly most: bigint;
  readonly symbol: string;
  readonly look: string;
}) {
  const { label, votes, most, symbol, look } = props;
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-center gap-3">
      <dt>{label}</dt>
      <dd className="contents">
        <svg
          aria-hidden="true"
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          className="h-2 w-full rounded-small bg-inset"
        >
          <rect width={100 * shareOf(votes, most)} height={8} className={look} />
        </svg>
        <span className="min-w-24 text-right">
          <Amount wei={votes} unit={symbol} maximumFractionDigits={0} />
        </span>
      </dd>
    </div>
  );
}
