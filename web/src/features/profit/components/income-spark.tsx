import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Spark } from "../../../components/charts/spark.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { moneySeriesQueryOptions } from "../../../data/money-series.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import { beginningOf, moneyView } from "../model/money-view.ts";
import { TOKEN_SERIES } from "../model/money-words.ts";

interface IncomeSparkProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  /** Any time of today, Unix time. */
  readonly today: number;
}

/** How the income of a token grew in the last 90 days. */
export function IncomeSpark({ snapshot, token, today }: IncomeSparkProps): ReactNode {
  const from = beginningOf("quarter", today) ?? 0;
  const question = { about: "income", token: token.address, interval: "day", from } as const;
  const { data: money, isError } = useQuery(moneySeriesQueryOptions(question));
  const view = useMemo(
    () => money && moneyView(money, TOKEN_SERIES.income, { range: "quarter", now: today, growing: true }),
    [money, today],
  );
  if (isError) return <span className="text-ink-3">unknown</span>;
  if (view === undefined) return <Skeleton className="ml-auto h-7 w-22" />;
  if (view.total === 0n) return <span className="text-ink-3">none</span>;
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  return (
    <Spark
      sentence={`Income of ${token.name} in 90 days: ${formatAmount(view.total, { decimals })} ${unit}`}
      values={view.points.map(({ values }) => values.reduce((sum, value) => sum + value, 0n))}
      decimals={decimals}
    />
  );
}
