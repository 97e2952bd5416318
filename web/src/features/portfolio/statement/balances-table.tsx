import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { Identity } from "../../../components/identity.tsx";
import { NamedTable } from "../../token/named-table.tsx";
import { recordDigits, SignedAmount } from "./signed-amount.tsx";
import type { StatementView, TokenSummary } from "./statement-view.ts";
import type { StatementContext } from "./use-statement.ts";

/** Opening and closing balances by token, and what each paid in the period. */
export function BalancesTable(props: { readonly view: StatementView; readonly context: StatementContext }): ReactNode {
  const { view, context } = props;
  const columns = useMemo(() => columnsOf(context), [context]);
  return (
    <NamedTable
      caption="Balances by token"
      columns={columns}
      rows={view.tokens}
      rowKey={({ token }) => token}
      empty={<p className="px-4 pb-5 text-table text-ink-2 sm:px-6">No shares before, in, or after this time.</p>}
    />
  );
}

function columnsOf(context: StatementContext): readonly Column<TokenSummary>[] {
  const { currencySymbol: unit, decimals } = context.protocol;
  const shares = (wei: bigint): ReactNode => <Amount wei={wei} />;
  return [
    { key: "token", header: "Shares of", cell: ({ token }) => <Identity address={token} /> },
    { key: "opening", header: "Opening", numeric: true, wide: true, cell: ({ opening }) => shares(opening) },
    { key: "in", header: "In", numeric: true, wide: true, cell: ({ cameIn }) => <SignedAmount wei={cameIn} /> },
    { key: "out", header: "Out", numeric: true, wide: true, cell: ({ wentOut }) => <SignedAmount wei={-wentOut} /> },
    { key: "closing", header: "Closing", numeric: true, cell: ({ closing }) => shares(closing) },
    {
      key: "received",
      header: "Money from it",
      explain: "What this token paid out to the account in this time, less what the account paid into it.",
      numeric: true,
      cell: ({ received, paid }) => (
        <SignedAmount wei={received - paid} {...{ unit, decimals }} digits={recordDigits(decimals)} money />
      ),
    },
  ];
}
