import { type ReactNode, useMemo } from "react";
import { Amount } from "../../components/amount.tsx";
import { Card } from "../../components/card.tsx";
import type { Column } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Identity } from "../../components/identity.tsx";
import { Share } from "../../components/share.tsx";
import { claimableOfHolding } from "../../data/claimables.ts";
import type { HoldingInfo, OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { shareOf } from "../../lib/share-of.ts";
import { CollectPanel } from "./collect/collect-panel.tsx";
import { NamedTable } from "./named-table.tsx";

/** What a token itself holds: its treasury. */
export function TreasuryCard(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const rows = useMemo(
    () => snapshot.holdings.filter(({ holder, balance }) => holder === token.address && balance > 0n),
    [snapshot, token.address],
  );
  const columns = useMemo(() => columnsOf(snapshot), [snapshot]);
  return (
    <Card
      id="treasury"
      title="Treasury"
      lead={`What ${token.symbol} itself holds. It earns, and what it earns belongs to everybody who owns a part of ${token.name}.`}
      flush
    >
      <NamedTable
        caption={`Shares in the treasury of ${token.name}`}
        columns={columns}
        rows={rows}
        rowKey={(holding) => holding.token}
        empty={
          <EmptyState>
            Nothing yet. Who joins a network can send its shares here, so that everybody who owns a part of {token.name}{" "}
            has a part of the network too.
          </EmptyState>
        }
      />
      <CollectPanel snapshot={snapshot} token={token} />
    </Card>
  );
}

function columnsOf(snapshot: OwnershipSnapshot): readonly Column<HoldingInfo>[] {
  const { currencySymbol, decimals } = snapshot.protocol;
  return [
    { key: "token", header: "Holds", cell: (holding) => <Identity address={holding.token} /> },
    {
      key: "shares",
      header: "Shares",
      numeric: true,
      wide: true,
      cell: (holding) => <Amount wei={holding.balance} maximumFractionDigits={0} />,
    },
    {
      key: "part",
      header: "Part of it",
      numeric: true,
      cell: (holding) => (
        <Share value={shareOf(holding.balance, snapshot.tokens.get(holding.token)?.eligibleSupply ?? 0n)} />
      ),
    },
    {
      key: "due",
      header: "Not collected",
      explain: "Income that came in for the treasury and was not collected yet. Anyone may collect it for all holders.",
      numeric: true,
      cell: (holding) => {
        const due = claimableOfHolding(snapshot, holding);
        return due === 0n ? (
          <span className="text-ink-3">none</span>
        ) : (
          <Amount wei={due} unit={currencySymbol} decimals={decimals} money />
        );
      },
    },
  ];
}
