import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { columnDigits } from "../../token/column-digits.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { foldPaths } from "../model/fold-paths.ts";
import { pathWords } from "../model/plan-words.ts";

interface PlanPathsProps {
  readonly snapshot: OwnershipSnapshot;
  readonly plan: ClaimPlan;
  readonly own: boolean;
}

/** What is due, by the way it came. */
export function PlanPaths({ snapshot, plan, own }: PlanPathsProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const you = own ? "you" : displayName(snapshot, plan.account);
  const paths = foldPaths(plan.byPath);
  const digits = columnDigits(
    paths.map(({ amount }) => amount),
    decimals,
  );
  return (
    <div>
      <h3 className="text-table font-semibold">By the way it came</h3>
      <ul className="mt-2 grid gap-3.5">
        {paths.map(({ path, amount }) => (
          <li key={path.join(" ")}>
            <div className="flex items-baseline justify-between gap-4 text-table">
              <PathLine stations={pathWords(snapshot, path, you)} />
              <span className="font-semibold">
                <Amount wei={amount} unit={unit} decimals={decimals} money {...digits} />
              </span>
            </div>
            <svg aria-hidden="true" className="mt-1.5 h-1 w-full" viewBox="0 0 100 4" preserveAspectRatio="none">
              <rect width="100" height="4" className="fill-inset" />
              <rect width={Math.max(0.5, shareOf(amount, plan.quote) * 100)} height="4" className="fill-money" />
            </svg>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PathLine({ stations }: { readonly stations: readonly string[] }): ReactNode {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-ink-2">
      {stations.map((station, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a station may come up twice on a way, and ways don't change order
        <Fragment key={index}>
          {index > 0 && <ChevronRight size={15} strokeWidth={1.6} className="text-ink-3" aria-label="to" />}
          <span className={index === stations.length - 1 ? "" : "font-semibold text-ink"}>{station}</span>
        </Fragment>
      ))}
    </span>
  );
}
