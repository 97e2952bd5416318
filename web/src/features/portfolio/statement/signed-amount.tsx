import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";

/** Digits after the point of money on a record: on paper nobody can ask for more. Six, or all that the currency has. */
export const recordDigits = (decimals: number): number => Math.min(decimals, 6);

/** What came in, with a plus, or went out, with a minus; a dash for nothing. Gold is money that came in. */
export function SignedAmount(props: {
  readonly wei: bigint;
  readonly unit?: string;
  readonly decimals?: number;
  readonly money?: boolean;
  /** Digits after the point, always written; as many as can be read unless said. */
  readonly digits?: number;
}): ReactNode {
  const { wei, money = false, digits, ...rest } = props;
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  if (wei === 0n) return <span className="text-ink-3">–</span>;
  return (
    <span className="whitespace-nowrap">
      {wei > 0n && <span className={money ? "text-money-ink" : ""}>+</span>}
      <Amount wei={wei} {...rest} {...fixed} money={money && wei > 0n} />
    </span>
  );
}
