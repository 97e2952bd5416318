import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { whatIs } from "../../../components/kind-of.ts";
import { PageLink } from "../../../components/page-link.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";
import type { ProfitWay } from "../model/profit-ways.ts";

/** One way that money took, token by token, and what arrived by its last step. */
export function WayLine({
  way,
  snapshot,
}: {
  readonly way: ProfitWay;
  readonly snapshot: OwnershipSnapshot;
}): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  return (
    <li className="flex items-baseline justify-between gap-4 py-2.5 text-table">
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
        {way.tokens.map((token, index) => {
          const { page } = whatIs(snapshot, token);
          const name = displayName(snapshot, token);
          return (
            // A circle leads through a token twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: the places of a way are its steps, and never change.
            <span key={index} className="inline-flex items-center gap-1.5">
              {index > 0 && (
                <>
                  <ArrowRight aria-hidden="true" size={15} strokeWidth={1.6} className="text-ink-3" />
                  <span className="sr-only">to</span>
                </>
              )}
              {page ? (
                <PageLink {...page} className="font-semibold underline-offset-3 hover:underline">
                  {name}
                </PageLink>
              ) : (
                name
              )}
            </span>
          );
        })}
      </span>
      <span className="shrink-0 font-semibold">
        <Amount wei={way.amount} unit={unit} decimals={decimals} money />
      </span>
    </li>
  );
}
