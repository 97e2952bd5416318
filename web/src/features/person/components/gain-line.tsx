import { Flag } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { GainDispute, RealizedGain } from "../../../data/person.ts";
import { formatDate, formatDuration } from "../../../lib/format.ts";

interface GainLineProps {
  readonly gain: RealizedGain;
  readonly unit: string;
  readonly decimals: number;
  /** The reader would dispute it; undefined for who can't. */
  readonly onDispute: (() => void) | undefined;
}

/** One gain: what backs it, how much it was, and what holders say against it. */
export function GainLine({ gain, unit, decimals, onDispute }: GainLineProps): ReactNode {
  return (
    <li className="py-2.5">
      <div className="flex items-baseline justify-between gap-4 text-table">
        <span className="min-w-0">
          <span className="block text-ink-2">
            <Evidence evidence={gain.evidence} />
          </span>
          <span className="text-label text-ink-3">
            {formatDate(gain.timestamp)}, as reported
            {gain.duration > 0 && `, paid out over ${formatDuration(gain.duration)}`}
          </span>
        </span>
        <span className="grid justify-items-end">
          <span className="font-semibold">
            <Amount wei={gain.amount} unit={unit} decimals={decimals} money />
          </span>
          {onDispute && (
            <button
              type="button"
              onClick={onDispute}
              className="min-h-6 cursor-pointer text-label text-ink-3 underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              Dispute <span className="sr-only">the gain of {formatDate(gain.timestamp)}</span>
            </button>
          )}
        </span>
      </div>
      {gain.disputes.length > 0 && (
        <ul aria-label={`Doubts about the gain of ${formatDate(gain.timestamp)}`} className="mt-2 grid gap-2">
          {gain.disputes.map((dispute) => (
            <DisputeLine key={dispute.id} dispute={dispute} />
          ))}
        </ul>
      )}
    </li>
  );
}

function DisputeLine({ dispute }: { readonly dispute: GainDispute }): ReactNode {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-2.5 rounded-control bg-inset px-3 py-2 text-note">
      <Flag aria-hidden="true" size={17} strokeWidth={1.6} className="mt-0.5 text-bad" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <span className="flex flex-wrap items-center gap-x-2 text-ink-3">
          <Identity address={dispute.holder} size={20} />
          <span>disputed it on {formatDate(dispute.timestamp)}</span>
        </span>
        <span className="text-ink-2">
          {dispute.uri.trim() === "" ? "without giving a reason" : <Evidence evidence={dispute.uri} />}
        </span>
      </div>
    </li>
  );
}
