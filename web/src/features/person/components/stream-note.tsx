import type { StreamState } from "@weft/ownership";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatDate } from "../../../lib/format.ts";
import { useChainTime } from "../../token/use-chain-time.ts";
import { streamLeftAt } from "../model/stream-left.ts";

/** What was paid in and reaches the holders little by little, until when; nothing once all of it has. */
export function StreamNote(props: { readonly snapshot: OwnershipSnapshot; readonly stream: StreamState }): ReactNode {
  const { snapshot, stream } = props;
  const left = streamLeftAt(stream, useChainTime(snapshot));
  if (left === 0n) return null;
  const { currencySymbol, decimals } = snapshot.protocol;
  return (
    <p className="mt-3 rounded-control bg-inset px-3 py-2 text-note text-ink-2">
      Of this <Amount wei={left} unit={currencySymbol} decimals={decimals} /> are still on their way: they reach the
      holders little by little, all of it by {formatDate(stream.streamEnd, { time: true })}.
    </p>
  );
}
