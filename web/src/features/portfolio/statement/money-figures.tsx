import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Figure, Figures } from "../../../components/figure.tsx";
import type { MoneySummary } from "./statement-view.ts";
import type { StatementContext } from "./use-statement.ts";

/** The money of a period: what there was before, what came in and went out, what there is after. */
export function MoneyFigures(props: { readonly money: MoneySummary; readonly context: StatementContext }): ReactNode {
  const { money, context } = props;
  const { currencySymbol: unit, decimals } = context.protocol;
  const amount = (wei: bigint, gold = false): ReactNode => (
    <Amount wei={wei} unit={unit} decimals={decimals} {...(gold && { className: "text-money" })} />
  );
  return (
    <Figures>
      <Figure
        label="Brought forward"
        explain="Money received less money paid in, from the very beginning until this time begins."
      >
        {amount(money.opening)}
      </Figure>
      <Figure
        label="Received"
        explain="Income paid out to the account in this time. What is due and was not collected is not in it."
      >
        {amount(money.received, money.received > 0n)}
      </Figure>
      <Figure label="Paid in" explain="Gains realized and gifts given by the account in this time.">
        {amount(money.paid)}
      </Figure>
      <Figure
        label="Carried forward"
        explain="Brought forward and received, less paid in: what the next statement begins with."
      >
        {amount(money.closing)}
      </Figure>
    </Figures>
  );
}
