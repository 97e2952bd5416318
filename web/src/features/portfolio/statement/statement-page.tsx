import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Notice } from "../../../components/notice.tsx";
import { usePageTitle } from "../../../components/page-title.ts";
import { PlainSkeleton } from "../../../components/plain-skeleton.tsx";
import type { ProtocolInfo } from "../../../data/ownership-snapshot.ts";
import { protocolQueryOptions } from "../../../data/protocol.ts";
import type { Statement } from "../../../data/statement.ts";
import type { Address } from "../../../lib/address.ts";
import { formatCount, formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { PageProblem } from "../../token/page-problem.tsx";
import { useChainTime } from "../../token/use-chain-time.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { InvitePage } from "../components/invite-page.tsx";
import { BalancesTable } from "./balances-table.tsx";
import { EntriesTable } from "./entries-table.tsx";
import { MoneyFigures } from "./money-figures.tsx";
import { type Days, daysOf, type Period, periodOf } from "./period.ts";
import { PeriodControls } from "./period-controls.tsx";
import { StatementActions } from "./statement-actions.tsx";
import { statementView } from "./statement-view.ts";
import { type StatementContext, type StatementReading, useStatement } from "./use-statement.ts";

const route = getRouteApi("/portfolio/statement");

/** What came in and went out of an account in a period; the connected account, or the one that the link names. */
export function StatementPage(): ReactNode {
  const { account: named } = route.useSearch();
  const { address: connected, restoring } = useWallet();
  const protocol = useQuery(protocolQueryOptions);
  const account = named ?? connected;
  if (account !== undefined && protocol.data) {
    return <OfAccount key={account} account={account} protocol={protocol.data} />;
  }
  if (account === undefined && !restoring) return <Untitled page={<InvitePage />} />;
  if (protocol.isError) {
    return <Untitled page={<PageProblem error={protocol.error} onRetry={() => void protocol.refetch()} />} />;
  }
  return <Untitled page={<PlainSkeleton label="Reading the statement" />} />;
}

/** What stands here before it is known whose statement it is, and of which days. */
function Untitled({ page }: { readonly page: ReactNode }): ReactNode {
  usePageTitle("Statement");
  return page;
}

function OfAccount({ account, protocol }: { readonly account: Address; readonly protocol: ProtocolInfo }): ReactNode {
  const { statement, error, count, stopped, stop, goOn } = useStatement(account);
  const names = statement?.names;
  const context = useMemo(() => names && { ...names, protocol }, [names, protocol]);
  if (statement && context) return <Document account={account} context={context} statement={statement} />;
  if (error) return <Untitled page={<PageProblem error={error} onRetry={goOn} />} />;
  return <Untitled page={<Reading {...{ count, stopped, stop, goOn }} />} />;
}

function Reading({ count, stopped, stop, goOn }: Omit<StatementReading, "statement" | "error">): ReactNode {
  const read = `${formatCount(count)} entries so far`;
  return (
    <div className="page py-8 sm:py-10">
      <h1 className="text-title">Statement</h1>
      <div className="skeleton mt-6 max-w-[40rem]">
        {stopped ? (
          <Notice
            title="Stopped before the statement was complete"
            action={<Button onClick={goOn}>Read it all</Button>}
          >
            A part of the entries would not add up, so none are shown. {read}.
          </Notice>
        ) : (
          <Notice title="Reading the statement" action={<Button onClick={stop}>Stop</Button>} live>
            {read}.
          </Notice>
        )}
      </div>
    </div>
  );
}

interface DocumentProps {
  readonly account: Address;
  readonly context: StatementContext;
  readonly statement: Statement;
}

function Document({ account, context, statement }: DocumentProps): ReactNode {
  const { period: name = "all", from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useChainTime(statement);
  const days = daysOf(name, { from, to }, { now, beginning: statement.entries[0]?.timestamp ?? now });
  const period = periodOf(days);
  return (
    <div className="page py-8 sm:py-10 print:py-0">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-title">Statement</h1>
          <div className="mt-3">
            <Identity address={account} size={36} note={account} />
          </div>
        </div>
        <Link to="/portfolio" search={{ account }} className={buttonClass("secondary", "print:hidden")}>
          To the portfolio
        </Link>
      </header>
      <div className="mt-6">
        <PeriodControls
          name={name}
          days={days}
          onName={(next) =>
            void navigate({
              search: (before) => ({
                ...before,
                period: next === "all" ? undefined : next,
                from: next === "dates" ? days.first : undefined,
                to: next === "dates" ? days.last : undefined,
              }),
              replace: true,
              resetScroll: false,
            })
          }
          onDays={({ first, last }) =>
            void navigate({
              search: (before) => ({ ...before, period: "dates", from: first, to: last }),
              replace: true,
              resetScroll: false,
            })
          }
          error={period ? undefined : "The last day is before the first. Choose a later last day."}
        />
      </div>
      {period && <OfPeriod {...{ context, statement, days, period }} />}
    </div>
  );
}

interface OfPeriodProps {
  readonly context: StatementContext;
  readonly statement: Statement;
  readonly days: Days;
  readonly period: Period;
}

function OfPeriod({ context, statement, days, period }: OfPeriodProps): ReactNode {
  const { start, end } = period;
  const view = useMemo(() => statementView(statement.entries, { start, end }), [statement.entries, start, end]);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const words = `${formatDate(start)} to ${formatDate(end - 1)}`;
  usePageTitle(`Statement of ${displayName(context, statement.account)}, ${words}`);
  return (
    <>
      <div className="mt-6 flex flex-wrap items-end justify-between gap-4">
        <h2 className="text-heading">{words}</h2>
        <StatementActions {...{ statement, view, days, context }} />
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-6">
        <MoneyFigures money={view.money} context={context} />
        <Card title="Balances" flush>
          <BalancesTable view={view} context={context} />
        </Card>
        <Card title={`Entries, ${formatCount(view.lines.length)}`} flush>
          <EntriesTable view={view} context={context} />
        </Card>
        <p className="max-w-[62ch] text-note text-ink-3">
          Days begin and end at midnight in {zone}. Read at block {formatCount(statement.block)} of{" "}
          {formatDate(statement.timestamp, { time: true })}; all {formatCount(statement.entries.length)} entries of the
          account add up to its balances and payments in the index, to the last digit.
        </p>
      </div>
    </>
  );
}
