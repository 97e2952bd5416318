import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";

/** What came in, with a plus, or went out, with a minus; a dash for nothing. Gold is money that came in. */
export function SignedAmount(props: {
  readonly wei: bigint;
  readonly unit?: string;
  readonly decimals?: number;
  readonly money?: boolean;
}): ReactNode {
  const { wei, money = false, ...rest } = props;
  if (wei === 0n) return <span className="text-ink-3">–</span>;
  return (
    <span className="whitespace-nowrap">
      {wei > 0n && <span className={money ? "text-money-ink" : ""}>+</span>}
      <Amount wei={wei} {...rest} money={money && wei > 0n} />
    </span>
  );
}
