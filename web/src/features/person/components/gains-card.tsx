import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { MOST_REALIZATIONS, type PersonRecord, type RealizedGain } from "../../../data/person.ts";
import { formatDate } from "../../../lib/format.ts";
import { explainError } from "../../transact/explain-error.ts";

interface GainsCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<PersonRecord | null>;
}

/** Gains that the person realized, one by one, with what backs them. */
export function GainsCard({ snapshot, token, record }: GainsCardProps): ReactNode {
  return (
    <Card
      title="Gains realized"
      lead={`As reported by ${token.name}. Nobody checks a report before it is paid in; the money itself is real.`}
    >
      <Gains snapshot={snapshot} token={token} record={record} />
    </Card>
  );
}

function Gains({ snapshot, token, record }: GainsCardProps): ReactNode {
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
  return (
    <>
      <ul className="divide-y divide-line">
        {gains.map((gain) => (
          <GainLine key={gain.id} gain={gain} unit={unit} decimals={decimals} />
        ))}
      </ul>
      {gains.length === MOST_REALIZATIONS && (
        <p className="mt-3 text-note text-ink-3">The newest {MOST_REALIZATIONS} are shown; the sum above counts all.</p>
      )}
    </>
  );
}

function GainLine(props: { readonly gain: RealizedGain; readonly unit: string; readonly decimals: number }): ReactNode {
  const { gain, unit, decimals } = props;
  return (
    <li className="flex items-baseline justify-between gap-4 py-2.5 text-table">
      <span className="min-w-0">
        <span className="block text-ink-2">
          <Evidence evidence={gain.evidence} />
        </span>
        <span className="text-label text-ink-3">{formatDate(gain.timestamp)}, as reported</span>
      </span>
      <span className="font-semibold">
        <Amount wei={gain.amount} unit={unit} decimals={decimals} money />
      </span>
    </li>
  );
}
