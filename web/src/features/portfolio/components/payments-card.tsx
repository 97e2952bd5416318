import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { paymentsQueryOptions } from "../../../data/portfolio.ts";
import type { Address } from "../../../lib/address.ts";
import { formatDate } from "../../../lib/format.ts";
import { columnDigits } from "../../token/column-digits.ts";
import { explainError } from "../../transact/explain-error.ts";

/** The newest payments to an account. */
export function PaymentsCard(props: { readonly snapshot: OwnershipSnapshot; readonly account: Address }): ReactNode {
  const { snapshot, account } = props;
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const payments = useQuery(paymentsQueryOptions(account));
  const digits = columnDigits(payments.data?.map(({ amount }) => amount) ?? [], decimals);
  return (
    <Card
      title="Paid out so far"
      actions={
        <Link
          to="/portfolio/statement"
          search={{ account }}
          className="py-0.5 text-table font-semibold underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          Statement
        </Link>
      }
    >
      {payments.isError ? (
        <Notice tone="bad" title={explainError(payments.error).title} />
      ) : payments.data === undefined ? (
        <Skeleton className="h-20" />
      ) : payments.data.length === 0 ? (
        <p className="text-table text-ink-2">Nothing yet. What is claimed stands here.</p>
      ) : (
        <ul className="divide-y divide-line">
          {payments.data.map((payment) => (
            <li key={payment.id} className="flex items-center justify-between gap-3 py-2.5 first:pt-0 last:pb-0">
              <Identity address={payment.token} note={formatDate(payment.timestamp)} />
              <span className="text-table font-semibold">
                <Amount wei={payment.amount} unit={unit} decimals={decimals} money {...digits} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
