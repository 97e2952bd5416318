import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Card } from "../../../components/card.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { findHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { MOST_REALIZATIONS, type PersonRecord, type RealizedGain } from "../../../data/person.ts";
import { explainError } from "../../transact/explain-error.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { DisputeDialog } from "../dispute/dispute-dialog.tsx";
import { GainLine } from "./gain-line.tsx";
import { StreamNote } from "./stream-note.tsx";

interface GainsCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<PersonRecord | null>;
}

/** Gains that the person realized, one by one, with what backs them. */
export function GainsCard({ snapshot, token, record }: GainsCardProps): ReactNode {
  return (
    <Card
      id="gains"
      title="Gains realized"
      lead={`As reported by ${token.name}. Nobody checks a report before it is paid in; the money itself is real.`}
    >
      <Gains snapshot={snapshot} token={token} record={record} />
    </Card>
  );
}

function Gains({ snapshot, token, record }: GainsCardProps): ReactNode {
  const { address: account } = useWallet();
  const [disputed, setDisputed] = useState<RealizedGain>();
  if (record.isError) return <Notice tone="bad" title={explainError(record.error).title} />;
  if (record.data === undefined) return <Skeleton className="h-40" />;
  const gains = record.data?.gains ?? [];
  if (gains.length === 0) {
    return (
      <p className="text-table text-ink-2">
        None yet. When {token.name} realizes a gain it stands here, and everybody who owns a part has a part of it.
      </p>
    );
  }
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const holds = account !== undefined && (findHolding(snapshot, token.address, account)?.balance ?? 0n) > 0n;
  // Who reported a gain does not dispute it.
  const mayDispute = holds && account !== token.person;
  return (
    <>
      <ul className="divide-y divide-line">
        {gains.map((gain) => (
          <GainLine
            key={gain.id}
            {...{ gain, unit, decimals }}
            onDispute={mayDispute ? () => setDisputed(gain) : undefined}
          />
        ))}
      </ul>
      {record.data && <StreamNote snapshot={snapshot} stream={record.data.stream} />}
      <DisputeDialog token={token} gain={disputed} onClose={() => setDisputed(undefined)} />
      {gains.length === MOST_REALIZATIONS && (
        <p className="mt-3 text-note text-ink-3">The newest {MOST_REALIZATIONS} are shown; the sum above counts all.</p>
      )}
    </>
  );
}
