import type { ReactNode } from "react";
import type { RealizedGain } from "../../../data/person.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { shareOf } from "../../../lib/share-of.ts";

interface GainsBarsProps {
  /** Newest first. */
  readonly gains: readonly RealizedGain[];
  readonly unit: string;
  readonly decimals: number;
}

/** Bars that fit side by side on a phone. */
const MOST_BARS = 32;
/** Few bars stay slim. */
const LEAST_PLACES = 12;
const HEIGHT = 96;
const LEAST_HEIGHT = 3;

/** Gains as bars, oldest left. The list below holds the same figures. */
export function GainsBars({ gains, unit, decimals }: GainsBarsProps): ReactNode {
  const shown = gains.slice(0, MOST_BARS).toReversed();
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined || shown.length < 2) return null;
  const most = largestOf(shown);
  const sentence = `${shown.length} gains from ${formatDate(first.timestamp)} to ${formatDate(last.timestamp)}, the largest ${formatAmount(most, { decimals })} ${unit}.`;
  return (
    <figure className="mb-5">
      <svg
        role="img"
        aria-label={sentence}
        viewBox={`0 0 ${Math.max(LEAST_PLACES, shown.length) * 20} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-24 w-full border-b border-line"
      >
        {shown.map((gain, index) => {
          const height = Math.max(LEAST_HEIGHT, shareOf(gain.amount, most) * HEIGHT);
          return (
            <rect
              key={gain.id}
              x={index * 20 + 4}
              y={HEIGHT - height}
              width={12}
              height={height}
              className="fill-money"
            >
              <title>
                {formatDate(gain.timestamp)}: {formatAmount(gain.amount, { decimals })} {unit}
              </title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="mt-1.5 flex justify-between text-label text-ink-3">
        <span>
          {formatDate(first.timestamp)} to {formatDate(last.timestamp)}
        </span>
      </figcaption>
    </figure>
  );
}

function largestOf(gains: readonly RealizedGain[]): bigint {
  let most = 1n;
  for (const { amount } of gains) if (amount > most) most = amount;
  return most;
}
