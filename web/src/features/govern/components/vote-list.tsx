import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { Proposal } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatCount } from "../../../lib/format.ts";
import { safeText } from "../../../lib/safe-text.ts";
import { SUPPORT_WORDS } from "../model/vote-plans.ts";

/** Who voted how, and why. */
export function VoteList(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly proposal: Proposal;
  readonly symbol: string;
}): ReactNode {
  const { proposal, symbol } = props;
  const { votes, voterCount } = proposal;
  if (votes.length === 0) return <p className="text-note text-ink-3">Nobody has voted yet.</p>;
  return (
    <div>
      <ul className="divide-y divide-line border-y border-line">
        {votes.map((vote) => (
          <li key={vote.voter} className="grid gap-1 py-2.5 text-note">
            <div className="flex items-center justify-between gap-3">
              <Identity address={vote.voter} size={24} />
              <span className="text-right">
                {SUPPORT_WORDS[vote.support]}, <Amount wei={vote.weight} unit={symbol} maximumFractionDigits={0} />
              </span>
            </div>
            {vote.reason !== "" && <p className="text-ink-2 wrap-anywhere">“{safeText(vote.reason, 400)}”</p>}
          </li>
        ))}
      </ul>
      {voterCount > votes.length && (
        <p className="mt-2 text-note text-ink-3">
          The {votes.length} with most votes of {formatCount(voterCount)}; the sums above count all.
        </p>
      )}
    </div>
  );
}
