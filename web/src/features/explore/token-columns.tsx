import type { ReactNode } from "react";
import { Amount } from "../../components/amount.tsx";
import type { Column } from "../../components/data-table.tsx";
import { Share } from "../../components/share.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";
import { formatCount } from "../../lib/format.ts";
import { shareOf } from "../../lib/share-of.ts";
import { finalOwners } from "./final-owners.ts";
import { FinalOwnersBar } from "./final-owners-bar.tsx";
import { SwatchRow } from "./swatch-row.tsx";
import { TokenCell } from "./token-cell.tsx";
import { treasuriesOf } from "./treasuries.ts";

type TokenColumn = Column<TokenInfo>;

/** A figure with the cloths that it counts. */
function Beside(props: { snapshot: OwnershipSnapshot; addresses: readonly Address[]; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <SwatchRow snapshot={props.snapshot} addresses={props.addresses} />
      <span className="min-w-4">{props.children}</span>
    </span>
  );
}

const holders: TokenColumn = {
  key: "holders",
  header: "Holders",
  numeric: true,
  wide: true,
  sortBy: ({ holderCount }) => holderCount,
  cell: ({ holderCount }) => formatCount(holderCount),
};

function inTheEnd(snapshot: OwnershipSnapshot): TokenColumn {
  return {
    key: "end",
    header: "In the end",
    wide: true,
    explain:
      "With whom its income finally rests, once it has passed through every network and around every circle. Today’s holdings, computed in your browser.",
    cell: (token) => <FinalOwnersBar owners={finalOwners(snapshot, token)} />,
  };
}

function earned(
  snapshot: OwnershipSnapshot,
  header: string,
  explain: string,
  of: (token: TokenInfo) => bigint,
): TokenColumn {
  const { decimals, currencySymbol } = snapshot.protocol;
  return {
    key: "earned",
    header,
    explain,
    numeric: true,
    sortBy: of,
    cell: (token) =>
      of(token) === 0n ? (
        <span className="text-ink-3">none yet</span>
      ) : (
        <Amount
          wei={of(token)}
          unit={currencySymbol}
          decimals={decimals}
          minimumFractionDigits={2}
          maximumFractionDigits={2}
          className="font-semibold"
          money
        />
      ),
  };
}

/** Columns of the networks' list. */
export function networkColumns(snapshot: OwnershipSnapshot): readonly TokenColumn[] {
  return [
    { key: "name", header: "Network", sortBy: ({ name }) => name, cell: (token) => <TokenCell token={token} /> },
    earned(
      snapshot,
      "Earned",
      "All income that came into the network over its life: its parts of its members’ gains, and gifts.",
      ({ totalIncome }) => totalIncome,
    ),
    {
      key: "members",
      header: "Members",
      explain: "People and networks of whom it holds a part.",
      numeric: true,
      wide: true,
      sortBy: ({ memberCount }) => memberCount ?? 0,
      cell: ({ address, memberCount, founded }) =>
        founded ? (
          <Beside snapshot={snapshot} addresses={treasuriesOf(snapshot).holds.get(address) ?? []}>
            {formatCount(memberCount ?? 0)}
          </Beside>
        ) : (
          <span className="text-ink-3">founding</span>
        ),
    },
    inTheEnd(snapshot),
    holders,
  ];
}

/** Columns of the people's list. */
export function peopleColumns(snapshot: OwnershipSnapshot): readonly TokenColumn[] {
  return [
    { key: "name", header: "Person", sortBy: ({ name }) => name, cell: (token) => <TokenCell token={token} /> },
    earned(
      snapshot,
      "Brought in",
      "Gains that the person paid in for all holders, as the person reported them. The person’s page links what backs each.",
      ({ totalRealized }) => totalRealized ?? 0n,
    ),
    {
      key: "members",
      header: "Networks hold",
      explain: "The part of the person’s shares that networks hold.",
      numeric: true,
      wide: true,
      sortBy: ({ treasuryHeld, totalSupply }) => shareOf(treasuryHeld, totalSupply),
      cell: ({ address, treasuryHeld, totalSupply }) => (
        <Beside snapshot={snapshot} addresses={treasuriesOf(snapshot).heldBy.get(address) ?? []}>
          <Share value={shareOf(treasuryHeld, totalSupply)} />
        </Beside>
      ),
    },
    inTheEnd(snapshot),
    holders,
  ];
}
