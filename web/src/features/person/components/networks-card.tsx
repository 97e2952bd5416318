import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Share } from "../../../components/share.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { JoinedNetwork, PersonRecord } from "../../../data/person.ts";
import { formatDate } from "../../../lib/format.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { columnDigits } from "../../token/column-digits.ts";
import { NamedTable } from "../../token/named-table.tsx";
import { explainError } from "../../transact/explain-error.ts";

interface NetworksCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: UseQueryResult<PersonRecord | null>;
}

/** Networks that took in shares of a person, what the person brought them, and what they gave back. */
export function NetworksCard({ snapshot, token, record }: NetworksCardProps): ReactNode {
  const columns = useMemo(
    () => columnsOf(snapshot, token, record.data?.networks ?? []),
    [snapshot, token, record.data],
  );
  return (
    <Card id="networks" title="Networks joined" flush>
      {record.isError ? (
        <div className="p-4 sm:p-6">
          <Notice tone="bad" title={explainError(record.error).title} />
        </div>
      ) : record.data === undefined ? (
        <div className="p-4 sm:p-6">
          <Skeleton className="h-20" />
        </div>
      ) : (
        <NamedTable
          caption={`Networks that ${token.name} joined`}
          columns={columns}
          rows={record.data?.networks ?? []}
          rowKey={({ network }) => network}
          empty={
            <EmptyState
              action={
                <Link to="/" className={buttonClass("secondary")}>
                  Explore networks
                </Link>
              }
            >
              None yet. A network takes in a part of {token.name} and gives its own shares for it: then each gains when
              any of them gains.
            </EmptyState>
          }
        />
      )}
    </Card>
  );
}

function columnsOf(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  rows: readonly JoinedNetwork[],
): readonly Column<JoinedNetwork>[] {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const digits = columnDigits(
    rows.flatMap((row) => [row.broughtIn, paidBack(row)]),
    decimals,
  );
  const money = (wei: bigint): ReactNode =>
    wei === 0n ? (
      <span className="text-ink-3">none yet</span>
    ) : (
      <Amount wei={wei} unit={unit} decimals={decimals} money {...digits} />
    );
  return [
    {
      key: "network",
      header: "Network",
      cell: ({ network, joinedAt }) => <Identity address={network} note={formatDate(joinedAt)} />,
    },
    {
      key: "part",
      header: `Part of ${token.symbol}`,
      explain: `What the network took in of ${token.name}’s shares and has not given back.`,
      numeric: true,
      wide: true,
      cell: ({ staked }) => <Share value={shareOf(staked, token.eligibleSupply)} />,
    },
    {
      key: "received",
      header: "Received",
      explain: "Network shares that were given for them.",
      numeric: true,
      wide: true,
      cell: ({ network, received }) => (
        <Amount wei={received} unit={snapshot.tokens.get(network)?.symbol} maximumFractionDigits={0} />
      ),
    },
    {
      key: "brought",
      header: "Brought in",
      explain: `Income that the network collected from ${token.name}’s gains so far.`,
      numeric: true,
      sortBy: ({ broughtIn }) => broughtIn,
      cell: ({ broughtIn }) => money(broughtIn),
    },
    {
      key: "back",
      header: "Got back",
      explain: `Income on the network’s shares that reached ${token.name} so far: what was paid to the wallet, and what the treasury of ${token.symbol} collected for all who own a part.`,
      numeric: true,
      sortBy: paidBack,
      cell: (row) => <GotBack row={row} figure={money} />,
    },
  ];
}

function paidBack({ paidToWallet, paidToTreasury }: JoinedNetwork): bigint {
  return paidToWallet + paidToTreasury;
}

function GotBack(props: { readonly row: JoinedNetwork; readonly figure: (wei: bigint) => ReactNode }): ReactNode {
  const { row, figure } = props;
  const where =
    row.paidToTreasury === 0n
      ? "to the wallet"
      : row.paidToWallet === 0n
        ? "to the treasury"
        : "to wallet and treasury";
  return (
    <>
      {figure(paidBack(row))}
      {paidBack(row) > 0n && <span className="block text-label text-ink-3">{where}</span>}
    </>
  );
}
