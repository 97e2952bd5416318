import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { NetworkRecord } from "../../../data/network.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { NamedTable } from "../../token/named-table.tsx";
import { useWallet } from "../../wallet/use-wallet.ts";
import { type TermsRow, termsRows } from "../model/terms-rows.ts";
import { termsColumns } from "./terms-columns.tsx";

const CancelDialog = lazy(() => import("./cancel-dialog.tsx").then((file) => ({ default: file.CancelDialog })));

interface TermsCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<NetworkRecord | null>;
  /** Unix time. */
  readonly now: number;
}

/** The terms under which a network takes members in and gives their shares back. */
export function TermsCard({ snapshot, token, record, now }: TermsCardProps): ReactNode {
  const { address: account } = useWallet();
  const [cancelled, setCancelled] = useState<TermsRow>();
  const rows = useMemo(
    () => (record.data ? termsRows(snapshot, record.data, account, now) : undefined),
    [snapshot, record.data, account, now],
  );
  const columns = useMemo(() => termsColumns(snapshot, token, setCancelled), [snapshot, token]);
  if (record.isError) return null;
  return (
    <Card
      id="terms"
      title="Terms"
      lead="What the network gives for a part of each member, or gives back, and until when."
      flush
    >
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
      {cancelled && (
        <Suspense>
          <CancelDialog {...{ snapshot, token }} row={cancelled} onClose={() => setCancelled(undefined)} />
        </Suspense>
      )}
    </Card>
  );
}
