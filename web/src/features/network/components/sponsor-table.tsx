import { type ReactNode, useMemo } from "react";
import type { Column } from "../../../components/data-table.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatCount } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { NamedTable } from "../../token/named-table.tsx";
import type { SponsorRecord } from "../model/admission-record.ts";
import { broughtInColumn } from "./brought-in-column.tsx";

/** How those turned out whom each sponsor stood for. */
export function SponsorTable(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly rows: readonly SponsorRecord[];
}): ReactNode {
  const { snapshot, token, rows } = props;
  const columns = useMemo(() => columnsOf(snapshot, rows), [snapshot, rows]);
  return (
    <div className="-mx-4 border-b border-line sm:-mx-6">
      <NamedTable
        caption={`Who stood for whom in ${token.name}`}
        columns={columns}
        rows={rows}
        rowKey={({ sponsor }) => sponsor}
        initialSort={{ key: "brought", descending: true }}
      />
    </div>
  );
}

function columnsOf(snapshot: OwnershipSnapshot, rows: readonly SponsorRecord[]): readonly Column<SponsorRecord>[] {
  return [
    {
      key: "sponsor",
      header: "Sponsor",
      sortBy: ({ sponsor }) => displayName(snapshot, sponsor),
      cell: ({ sponsor }) => <Identity address={sponsor} />,
    },
    {
      key: "stood",
      header: "Stood for",
      explain: "Terms to join that this account put to the vote; those that are still open are among them.",
      numeric: true,
      sortBy: ({ stoodFor }) => stoodFor,
      cell: ({ stoodFor, open }) => (
        <>
          {formatCount(stoodFor)}
          {open > 0 && <span className="block text-label text-ink-3">{formatCount(open)} open</span>}
        </>
      ),
    },
    {
      key: "in",
      header: "Came in",
      numeric: true,
      wide: true,
      sortBy: ({ cameIn }) => cameIn,
      cell: ({ cameIn }) => formatCount(cameIn),
    },
    {
      key: "not",
      header: "Did not",
      explain: "Refused, withdrawn, cancelled or never used.",
      numeric: true,
      wide: true,
      sortBy: ({ ended }) => ended,
      cell: ({ ended }) => formatCount(ended),
    },
    broughtInColumn(snapshot, rows, "Income that the network collected from those whom this account brought in."),
  ];
}
