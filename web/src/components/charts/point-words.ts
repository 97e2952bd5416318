import { formatAmount } from "../../lib/format.ts";
import type { ChartPoint, ChartProps } from "./chart-data.ts";
import { sumOf } from "./stack-values.ts";

type Words = Pick<ChartProps, "series" | "unit" | "decimals">;

/** A point as it is read out: `22 Nov 2026: 5 ETH; realized 4 ETH, harvested 1 ETH`. */
export function pointWords({ series, unit, decimals }: Words, { label, values }: ChartPoint): string {
  const amount = (wei: bigint): string => `${formatAmount(wei, { decimals })} ${unit}`;
  const total = sumOf(values);
  if (total === 0n) return `${label}: nothing`;
  const parts = series
    .map((one, index) => ({ label: one.label, value: values[index] ?? 0n }))
    .filter(({ value }) => value > 0n)
    .map((part) => `${part.label.toLowerCase()} ${amount(part.value)}`);
  return `${label}: ${amount(total)}; ${parts.join(", ")}`;
}
