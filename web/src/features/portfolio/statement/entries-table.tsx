import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import { whatIs } from "../../../components/kind-of.ts";
import { PageLink } from "../../../components/page-link.tsx";
import type { StatementEntry } from "../../../data/statement.ts";
import type { Address } from "../../../lib/address.ts";
import { formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { NamedTable } from "../../token/named-table.tsx";
import { entryWords } from "./entry-words.ts";
import { recordDigits, SignedAmount } from "./signed-amount.tsx";
import type { StatementLine, StatementView } from "./statement-view.ts";
import type { StatementContext } from "./use-statement.ts";

const SHOWN_AT_FIRST = 100;

/** Every entry of the period, oldest first, with running sums; on paper all of them. */
export function EntriesTable(props: { readonly view: StatementView; readonly context: StatementContext }): ReactNode {
  const { view, context } = props;
  const columns = useMemo(() => columnsOf(context), [context]);
  return (
    <NamedTable
      caption="Entries, oldest first"
      columns={columns}
      rows={view.lines}
      firstRows={SHOWN_AT_FIRST}
      rowsName="entries"
      rowKey={({ entry }) => entry.id}
      empty={<p className="px-4 pb-5 text-table text-ink-2 sm:px-6">Nothing came in or went out in this time.</p>}
    />
  );
}

function columnsOf(context: StatementContext): readonly Column<StatementLine>[] {
  const { currencySymbol: unit, decimals } = context.protocol;
  const digits = recordDigits(decimals);
  return [
    {
      key: "what",
      header: "What",
      cell: ({ entry }) => <What line={entry} context={context} />,
    },
    {
      key: "moved",
      header: "In or out",
      numeric: true,
      narrow: true,
      cell: ({ entry }) => <Moved entry={entry} context={context} />,
    },
    {
      key: "shares",
      header: "Shares",
      numeric: true,
      wide: true,
      cell: ({ entry }) => <SignedAmount wei={entry.shares} unit={context.tokens.get(entry.token)?.symbol ?? ""} />,
    },
    {
      key: "held",
      header: "Held then",
      explain: "Shares of this token that the account held after the entry.",
      numeric: true,
      wide: true,
      cell: ({ entry }) => (entry.shares === 0n ? <Nothing /> : <Amount wei={entry.balance} />),
    },
    {
      key: "money",
      header: "Money",
      numeric: true,
      wide: true,
      cell: ({ entry }) => <SignedAmount wei={entry.amount} {...{ unit, decimals, digits }} money />,
    },
    {
      key: "sum",
      header: "In all",
      explain: "Money received less money paid in, from the very beginning until this entry.",
      numeric: true,
      wide: true,
      cell: ({ entry, moneyAfter }) =>
        entry.amount === 0n ? (
          <Nothing />
        ) : (
          <Amount
            wei={moneyAfter}
            {...{ unit, decimals }}
            minimumFractionDigits={digits}
            maximumFractionDigits={digits}
          />
        ),
    },
  ];
}

/** An entry moves either shares or money. */
function Moved({ entry, context }: { readonly entry: StatementEntry; readonly context: StatementContext }): ReactNode {
  const { currencySymbol: unit, decimals } = context.protocol;
  return entry.shares === 0n ? (
    <SignedAmount wei={entry.amount} {...{ unit, decimals }} digits={recordDigits(decimals)} money />
  ) : (
    <SignedAmount wei={entry.shares} unit={context.tokens.get(entry.token)?.symbol ?? ""} />
  );
}

function Nothing(): ReactNode {
  return <span className="text-ink-3">–</span>;
}

function What({ line, context }: { readonly line: StatementEntry; readonly context: StatementContext }) {
  const { before, between, after } = entryWords(line);
  return (
    <div className="min-w-0">
      <p>
        {before} <Named address={line.token} context={context} />
        {between && line.other && (
          <>
            {" "}
            {between} <Named address={line.other} context={context} />
          </>
        )}
        {after && ` ${after}`}
      </p>
      {line.text !== "" && (
        <p className="max-w-[40ch] text-note text-ink-2">
          <Evidence evidence={line.text} />
        </p>
      )}
      <p className="text-label text-ink-3">
        <time dateTime={new Date(line.timestamp * 1000).toISOString()}>
          {formatDate(line.timestamp, { time: true })}
        </time>
      </p>
    </div>
  );
}

function Named({ address, context }: { readonly address: Address; readonly context: StatementContext }): ReactNode {
  const { page } = whatIs(context, address);
  const name = displayName(context, address);
  if (!page) return <span className="font-mono text-note">{name}</span>;
  return (
    <PageLink {...page} className="font-semibold underline-offset-3 hover:underline">
      {name}
    </PageLink>
  );
}
