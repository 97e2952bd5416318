import { Check, Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDate, formatRelative } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import type { FounderPart, FoundingView } from "../model/founding-view.ts";
import { InviteLink } from "./invite-link.tsx";

interface FoundingCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly founding: FoundingView;
  /** Unix time. */
  readonly now: number;
}

/** How far the founding is: who has staked, who is missing, until when. */
export function FoundingCard({ snapshot, token, founding, now }: FoundingCardProps): ReactNode {
  const { founders, missing, ends, state } = founding;
  const staked = founders.length - missing.length;
  const lead =
    state === "failed"
      ? `The time to stake ended on ${formatDate(ends, { time: true })} and not everybody had staked. The founding of ${token.name} has failed. ${takeBackWords(founding)}`
      : `${staked} of ${founders.length} founders have staked. The others have until ${formatDate(ends, { time: true })}, ${formatRelative(ends, now)}. Send each their link: it opens exactly what is asked of them.`;
  return (
    <Card title="Founding" lead={lead}>
      <ul className="divide-y divide-line">
        {founders.map((founder) => (
          <FounderLine
            key={`${founder.account}${founder.member}`}
            snapshot={snapshot}
            founder={founder}
            failed={state === "failed"}
            invite={
              state === "under-way" &&
              !founder.hasStaked && (
                <InviteLink
                  network={token.address}
                  terms={founder.number}
                  who={displayName(snapshot, founder.account)}
                />
              )
            }
          />
        ))}
      </ul>
    </Card>
  );
}

function takeBackWords({ takeBackOpen, takeBackUntil }: FoundingView): string {
  return takeBackOpen
    ? `Founders can take back what they staked, until ${formatDate(takeBackUntil, { time: true })} for certain.`
    : "The time to take stakes back is over: whoever staked governs what is left.";
}

interface FounderLineProps {
  readonly snapshot: OwnershipSnapshot;
  readonly founder: FounderPart;
  readonly failed: boolean;
  /** The founder's link, while the stake is missing. */
  readonly invite: ReactNode;
}

function FounderLine({ snapshot, founder, failed, invite }: FounderLineProps): ReactNode {
  const Icon = founder.hasStaked ? Check : Hourglass;
  const symbol = snapshot.tokens.get(founder.member)?.symbol;
  return (
    <li className="flex items-start justify-between gap-3 py-2.5 text-table">
      <span className="grid min-w-0 justify-items-start gap-1">
        <Identity address={founder.account} />
        {invite}
      </span>
      <span className="text-right">
        <Amount wei={founder.amount} unit={symbol} />
        <span
          className={`flex items-center justify-end gap-1 text-label ${founder.hasStaked ? "text-good" : "text-ink-3"}`}
        >
          <Icon aria-hidden="true" size={14} strokeWidth={1.8} />
          {founder.hasStaked ? "staked" : founder.tookBack ? "took it back" : failed ? "nothing staked" : "not yet"}
        </span>
      </span>
    </li>
  );
}
