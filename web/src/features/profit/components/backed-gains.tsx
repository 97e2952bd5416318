import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatUnits } from "viem";
import { Amount } from "../../../components/amount.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import {
  type BackedGain,
  backedGainsQueryOptions,
  type GainDispute,
  MOST_GAINS,
} from "../../../data/connected-profit.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { explainReading } from "../../transact/explain-reading.ts";

interface BackedGainsProps {
  readonly snapshot: OwnershipSnapshot;
  /** The person’s token. */
  readonly origin: Address;
}

/** The gains of one person: what backs each, who doubts it, and its flow in the graph as it was then. */
export function BackedGains({ snapshot, origin }: BackedGainsProps): ReactNode {
  const gains = useQuery(backedGainsQueryOptions(origin));
  if (gains.isError) return <Notice tone="bad" title={explainReading(gains.error).title} />;
  if (gains.data === undefined) return <Skeleton className="h-24" />;
  return (
    <>
      <ul className="divide-y divide-line">
        {gains.data.map((gain) => (
          <Gain key={gain.number} gain={gain} snapshot={snapshot} origin={origin} />
        ))}
      </ul>
      {gains.data.length === MOST_GAINS && (
        <p className="mt-2 text-note text-ink-3">The newest {MOST_GAINS} are shown; the sums count all.</p>
      )}
    </>
  );
}

function Gain({ gain, snapshot, origin }: BackedGainsProps & { readonly gain: BackedGain }): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const written = formatUnits(gain.amount, decimals);
  return (
    <li className="py-2.5 text-table">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 text-ink-2">
          <Evidence evidence={gain.evidence} />
        </span>
        <span className="shrink-0 font-semibold">
          <Amount wei={gain.amount} unit={unit} decimals={decimals} money />
        </span>
      </div>
      <p className="flex flex-wrap items-baseline gap-x-3 text-label text-ink-3">
        <span>{formatDate(gain.timestamp)}, as reported</span>
        <Link
          to="/graph"
          search={{ node: origin, gain: written, block: gain.block }}
          className="py-1 underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          See its flow as of then
          <span className="sr-only">
            : {written} {unit} of {displayName(snapshot, origin)}
          </span>
        </Link>
      </p>
      {gain.disputes.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} snapshot={snapshot} />
      ))}
    </li>
  );
}

function Dispute(props: { readonly dispute: GainDispute; readonly snapshot: OwnershipSnapshot }): ReactNode {
  const { holder, uri, timestamp } = props.dispute;
  return (
    <p className="mt-1 border-l-2 border-bad pl-3 text-note text-ink-2">
      Doubted by {displayName(props.snapshot, holder)} on {formatDate(timestamp)}
      {uri !== "" && (
        <>
          : <Evidence evidence={uri} />
        </>
      )}
    </p>
  );
}
