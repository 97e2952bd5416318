import type { ReactNode } from "react";
import { chain } from "../../../chain/chain.ts";
import { Amount } from "../../../components/amount.tsx";
import { Explain } from "../../../components/explain.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";

interface PlanTermsProps {
  readonly plan: ClaimPlan;
  readonly protocol: OwnershipSnapshot["protocol"];
  readonly feeError: unknown;
}

/** What collecting costs, what it leaves behind and what is promised. */
export function PlanTerms({ plan, protocol, feeError }: PlanTermsProps): ReactNode {
  const { currencySymbol: unit, decimals } = protocol;
  const native = chain.nativeCurrency;
  return (
    <dl className="grid gap-x-8 gap-y-2 text-table sm:grid-cols-[repeat(3,minmax(0,auto))] sm:justify-start">
      <Term
        label="Network fee, about"
        explain="Gas: what the chain takes for the transaction, by the present price. Estimated as 45,000 units for each step and 30,000 around them."
      >
        {feeError ? (
          "unknown, the chain can’t be reached"
        ) : (
          <Amount wei={plan.fee} unit={native.symbol} decimals={native.decimals} />
        )}
      </Term>
      <Term
        label="Left behind, at most"
        explain="What stays on its way because collecting it now would cost more in network fees than it brings. It is not lost: it waits."
      >
        <Amount wei={plan.left} unit={unit} decimals={decimals} />
      </Term>
      <Term
        label="You get exactly this"
        explain="The amount is computed with the contracts’ own whole numbers from the newest block. The transaction says it as the least to be paid: if anything changed before it is in a block and less would arrive, nothing happens at all and you make a new plan."
      >
        or nothing happens
      </Term>
    </dl>
  );
}

function Term(props: { readonly label: string; readonly explain: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex items-baseline justify-between gap-3 sm:block">
      <dt className="text-label text-ink-3">
        <Explain term={props.label}>{props.explain}</Explain>
      </dt>
      <dd className="font-semibold">{props.children}</dd>
    </div>
  );
}
