import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Card } from "../../../components/card.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Share } from "../../../components/share.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { NetworkRecord } from "../../../data/network.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { NamedTable } from "../../token/named-table.tsx";
import { explainError } from "../../transact/explain-error.ts";
import { type MemberRow, memberRows } from "../model/member-rows.ts";
import { broughtInColumn } from "./brought-in-column.tsx";

interface MembersCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<NetworkRecord | null>;
}

/** Members of a network: what it holds of each and what each brought in. */
export function MembersCard({ snapshot, token, record }: MembersCardProps): ReactNode {
  const rows = useMemo(
    () => (record.data ? memberRows(snapshot, token.address, record.data) : undefined),
    [snapshot, token.address, record.data],
  );
  const columns = useMemo(() => columnsOf(snapshot, rows ?? []), [snapshot, rows]);
  return (
    <Card id="members" title="Members" flush>
      {record.isError ? (
        <div className="p-4 sm:p-6">
          <Notice tone="bad" title={explainError(record.error).title} />
        </div>
      ) : rows === undefined ? (
        <div className="p-4 sm:p-6">
          <Skeleton className="h-40" />
        </div>
      ) : (
        <NamedTable
          caption={`Members of ${token.name}`}
          columns={columns}
          rows={rows}
          rowKey={({ member }) => member}
          initialSort={{ key: "brought", descending: true }}
          empty={<EmptyState>Nobody has joined yet. Each founder comes in by staking.</EmptyState>}
        />
      )}
    </Card>
  );
}

function columnsOf(snapshot: OwnershipSnapshot, rows: readonly MemberRow[]): readonly Column<MemberRow>[] {
  return [
    {
      key: "member",
      header: "Member",
      sortBy: ({ member }) => displayName(snapshot, member),
      cell: ({ member, joinedAt }) => (
        <Identity address={member} note={`${snapshot.tokens.get(member)?.symbol ?? ""} · ${formatDate(joinedAt)}`} />
      ),
    },
    {
      key: "held",
      header: "Held",
      explain: "Part of the member’s shares that this network holds now.",
      numeric: true,
      sortBy: ({ share }) => share,
      cell: ({ share }) => <Share value={share} />,
    },
    broughtInColumn(snapshot, rows, "Income that the network collected from this member so far."),
  ];
}
