import { Amount } from "../../components/amount.tsx";
import { Figure, Figures } from "../../components/figure.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import { formatCount } from "../../lib/format.ts";
import { totalsOf } from "./totals-of.ts";

const DIGITS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** The four figures of everything: what came in, what was passed on, who is here. */
export function Totals(props: { readonly snapshot: OwnershipSnapshot | undefined; readonly failed: boolean }) {
  const { snapshot, failed } = props;
  const totals = snapshot && totalsOf(snapshot);
  const { decimals, currencySymbol: unit } = snapshot?.protocol ?? { decimals: 18, currencySymbol: "" };
  return (
    <Figures>
      <Figure
        label="Brought in"
        explain="Gains that people paid in for all of their holders, as they reported them, since the beginning."
        note="gains that people realized"
      >
        {totals ? (
          <Amount wei={totals.realized} unit={unit} {...DIGITS} decimals={decimals} className="text-money" />
        ) : (
          <Wait failed={failed} />
        )}
      </Figure>
      <Figure
        label="Passed on"
        explain="Income that the contracts paid out to people and other wallets. What is due and was not collected yet is not in it."
        note={
          totals ? (
            <>
              <Amount wei={totals.waiting} unit={unit} {...DIGITS} decimals={decimals} /> waits to be collected
            </>
          ) : (
            "to those who hold shares"
          )
        }
      >
        {totals ? (
          <Amount wei={totals.paidOut} unit={unit} {...DIGITS} decimals={decimals} className="text-money" />
        ) : (
          <Wait failed={failed} />
        )}
      </Figure>
      <Figure
        label="People"
        explain="Personal tokens launched: equity in one person each."
        note="have issued shares in themselves"
      >
        {totals ? formatCount(totals.people) : <Wait failed={failed} />}
      </Figure>
      <Figure
        label="Networks"
        explain="Networks formed: each holds parts of its members and belongs to whoever holds its shares."
        note="hold parts of them"
      >
        {totals ? formatCount(totals.networks) : <Wait failed={failed} />}
      </Figure>
    </Figures>
  );
}

function Wait({ failed }: { failed: boolean }) {
  if (failed) return <span className="text-ink-3">unknown</span>;
  return <Skeleton className="my-0.5 h-7 w-28" />;
}
