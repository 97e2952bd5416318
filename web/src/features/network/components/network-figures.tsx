import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Figure, Figures } from "../../../components/figure.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount, formatCount } from "../../../lib/format.ts";
import { dueToNetwork } from "../model/due-to-network.ts";

/** The four figures of a network. */
export function NetworkFigures(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const due = dueToNetwork(snapshot, token.address);
  const members = snapshot.holdings.filter(({ holder, balance }) => holder === token.address && balance > 0n).length;
  return (
    <Figures>
      <Figure
        label="Earned"
        explain="Connected profit: the income that this network received, from its members’ gains and from gifts. What comes round again through circles counts each time it arrives."
        note={due > 0n ? `${formatAmount(due, { decimals })} ${unit} more not collected yet` : "all collected"}
      >
        <Amount
          wei={token.totalIncome}
          unit={unit}
          decimals={decimals}
          className={token.totalIncome > 0n ? "text-money" : ""}
        />
      </Figure>
      <Figure
        label="Members"
        explain="People and networks of whom this network holds shares."
        note="it owns a part of each"
      >
        {formatCount(members)}
      </Figure>
      <Figure
        label="Holders"
        explain="Accounts and treasuries that hold shares of this network."
        note="each owns a part of it"
      >
        {formatCount(token.holderCount)}
      </Figure>
      <Figure
        label="Market value"
        explain="Price × all shares. These shares are not traded on a market that is known here, so there is no price, and no potential over book value either."
        note="not traded yet"
      >
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        <span className="sr-only">unknown</span>
      </Figure>
    </Figures>
  );
}
