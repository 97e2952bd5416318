import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { NetworkRecord } from "../../../data/network.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount, formatDate, formatDuration } from "../../../lib/format.ts";
import { NamedTable } from "../../token/named-table.tsx";
import { type TermsState, type TermsView, viewTerms } from "../model/terms-view.ts";

interface TermsCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<NetworkRecord | null>;
  /** Unix time. */
  readonly now: number;
}

const STATES: Readonly<Record<TermsState, string>> = {
  usable: "open",
  used: "staked",
  full: "full",
  "not-open": "not open yet",
  ended: "ended",
  diluted: "too many shares",
};

/** The terms under which a network takes members in. */
export function TermsCard({ snapshot, token, record, now }: TermsCardProps): ReactNode {
  const rows = useMemo(
    () => record.data?.terms.map((terms) => viewTerms(snapshot, terms, now)),
    [snapshot, record.data, now],
  );
  const columns = useMemo(() => columnsOf(snapshot, token), [snapshot, token]);
  if (record.isError) return null;
  return (
    <Card title="Terms" lead="What the network gives for a part of each member, and until when." flush>
      {rows === undefined ? (
        <div className="p-4 sm:p-6">
          <Skeleton className="h-24" />
        </div>
      ) : (
        <NamedTable
          caption={`Terms of ${token.name}`}
          columns={columns}
          rows={rows}
          rowKey={({ terms }) => String(terms.number)}
          empty={<EmptyState>No terms: nobody can stake into this network.</EmptyState>}
        />
      )}
    </Card>
  );
}

function columnsOf(snapshot: OwnershipSnapshot, token: TokenInfo): readonly Column<TermsView>[] {
  const symbolOf = (address: `0x${string}`) => snapshot.tokens.get(address)?.symbol ?? "share";
  return [
    {
      key: "member",
      header: "Member",
      cell: ({ terms }) => (
        <Identity
          address={terms.member}
          note={`${formatAmount(terms.cap)} ${symbolOf(terms.member)}, ${terms.founding ? "founding" : `lock-up ${formatDuration(terms.lockup)}`}`}
        />
      ),
    },
    {
      key: "rate",
      header: "Gives",
      explain: "Network shares for each member share.",
      numeric: true,
      wide: true,
      cell: ({ terms }) => `1 ${symbolOf(terms.member)} gives ${formatAmount(terms.rate)} ${token.symbol}`,
    },
    {
      key: "cap",
      header: "Staked of",
      explain: "Member shares taken in so far, of the most that these terms take.",
      numeric: true,
      wide: true,
      cell: ({ terms }) => (
        <>
          <Amount wei={terms.used} maximumFractionDigits={0} />
          <span className="text-ink-3"> of </span>
          <Amount wei={terms.cap} maximumFractionDigits={0} />
        </>
      ),
    },
    {
      key: "state",
      header: "State",
      numeric: true,
      cell: ({ terms, state }) => (
        <span className={state === "usable" ? "font-semibold text-good" : "text-ink-2"}>
          {STATES[state]}
          {state === "usable" && (
            <span className="block text-label font-normal whitespace-nowrap text-ink-3">
              until {formatDate(terms.expiry)}
            </span>
          )}
        </span>
      ),
    },
  ];
}
