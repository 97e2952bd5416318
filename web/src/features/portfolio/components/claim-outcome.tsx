import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { chain } from "../../../chain/chain.ts";
import { Amount } from "../../../components/amount.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { settlementOutcomeQueryOptions } from "../../../data/portfolio.ts";
import type { Address } from "../../../lib/address.ts";
import { explainError } from "../../transact/explain-error.ts";

/** Enough digits to see that what was paid is what the wallet grew by and the network fee. */
const DIGITS = { maximumFractionDigits: 6, minimumFractionDigits: 6 } as const;

interface ClaimOutcomeProps {
  /** The claim's transactions, in the order of their blocks. */
  readonly hashes: readonly `0x${string}`[];
  /** In wei of the currency. */
  readonly quote: bigint;
  readonly account: Address;
  readonly protocol: OwnershipSnapshot["protocol"];
  readonly own: boolean;
}

/** What a claim brought, as the chain tells: quoted, paid, and by how much the wallet grew. */
export function ClaimOutcome({ hashes, quote, account, protocol, own }: ClaimOutcomeProps): ReactNode {
  const outcome = useQuery(settlementOutcomeQueryOptions(useConfig(), hashes, account, protocol.currency));
  if (outcome.isError)
    return <Notice title={explainError(outcome.error).title}>What was paid can’t be read now.</Notice>;
  if (outcome.data === undefined) return <Skeleton className="h-28" />;
  const { currencySymbol: unit, decimals } = protocol;
  const { paid, before, after, fee } = outcome.data;
  const money = { unit, decimals, money: true, ...DIGITS };
  return (
    <dl className="grid gap-2 rounded-control bg-inset p-4 text-table">
      <Line label="Quoted">
        <Amount wei={quote} {...money} />
      </Line>
      <Line label={own ? "Paid to you" : "Paid"}>
        {paid === quote && (
          <Check aria-label="as quoted" size={16} strokeWidth={2} className="mr-1.5 inline text-good" />
        )}
        <Amount wei={paid} {...money} />
      </Line>
      <Line label={own ? "Your wallet grew by" : "The account grew by"}>
        <Amount wei={after - before} unit={unit} decimals={decimals} {...DIGITS} />
      </Line>
      {fee > 0n && (
        <Line label={protocol.currency === zeroAddress ? "Network fee, paid out of it" : "Network fee, paid beside it"}>
          <Amount wei={fee} unit={chain.nativeCurrency.symbol} decimals={chain.nativeCurrency.decimals} {...DIGITS} />
        </Line>
      )}
    </dl>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
