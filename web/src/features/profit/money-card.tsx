import { lazy, type ReactNode, Suspense } from "react";
import { Card } from "../../components/card.tsx";
import { Explain } from "../../components/explain.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { useSeen } from "../../lib/use-seen.ts";

const MoneyChart = lazy(async () => ({ default: (await import("./components/money-chart.tsx")).MoneyChart }));

/** What came in and was paid out over time; of one token or, without one, of all. */
export function MoneyCard(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token?: TokenInfo | undefined;
}): ReactNode {
  const [element, seen] = useSeen<HTMLDivElement>();
  return (
    <Card
      id="money"
      title="Money over time"
      lead={
        <>
          What came in for holders and what was paid out to them, by the days of{" "}
          <Explain term="UTC">
            Coordinated universal time, so that everybody sees the same days. A gain that streams counts whole when it
            is paid in.
          </Explain>
          .
        </>
      }
    >
      <div ref={element}>
        {seen ? (
          <Suspense fallback={<Skeleton className="h-80" />}>
            <MoneyChart {...props} />
          </Suspense>
        ) : (
          <div className="h-80" />
        )}
      </div>
    </Card>
  );
}
