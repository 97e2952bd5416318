import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { chain } from "../../../chain/chain.ts";
import { Amount } from "../../../components/amount.tsx";
import { Explain } from "../../../components/explain.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { leftWords } from "../model/left-words.ts";

interface PlanTermsProps {
  readonly plan: ClaimPlan;
  readonly protocol: OwnershipSnapshot["protocol"];
  readonly feeError: unknown;
}

/** What collecting costs, what it leaves behind and why, and what is promised. */
export function PlanTerms({ plan, protocol, feeError }: PlanTermsProps): ReactNode {
  const { currencySymbol: unit, decimals } = protocol;
  const native = chain.nativeCurrency;
  const count = plan.transactions.length;
  const why = leftWords(plan, protocol);
  return (
    <div className="grid gap-2">
      <dl className="grid gap-x-8 gap-y-2 text-table sm:grid-cols-[repeat(3,minmax(0,auto))] sm:justify-start">
        <Term
          label="Network fee, at most about"
          explain={`Gas: what the chain takes for ${count === 1 ? "the transaction" : `${count} transactions`}, by the present price. The planner’s upper estimate of each step; what is not used is not paid.`}
        >
          {feeError ? (
            "unknown, the chain can’t be reached"
          ) : (
            <Amount wei={plan.fee} unit={native.symbol} decimals={native.decimals} />
          )}
        </Term>
        <Term label="Left behind, at most" explain={<LeftExplanation plan={plan} protocol={protocol} />}>
          <Amount wei={plan.left} unit={unit} decimals={decimals} />
        </Term>
        <Term
          label="You get exactly this"
          explain="The amount is computed with the contracts’ own whole numbers from the newest block. The transaction says it as the least to be paid: if anything changed before it is in a block and less would arrive, nothing happens at all and you make a new plan."
        >
          or nothing happens
        </Term>
      </dl>
      {why !== undefined && <p className="max-w-[62ch] text-note text-ink-3">{why}</p>}
    </div>
  );
}

/** How sure it is that there is no better plan: the planner's proved bound. */
function LeftExplanation({ plan, protocol }: Pick<PlanTermsProps, "plan" | "protocol">): ReactNode {
  const { currencySymbol: unit, decimals } = protocol;
  const net = plan.quote - plan.networkFeeUnits;
  const better = plan.netBound > net ? plan.netBound - net : 0n;
  return (
    <>
      An upper bound of what stays on its way to this account.
      {protocol.currency === zeroAddress && (
        <>
          {" "}
          Network fees counted, no other plan could bring more than{" "}
          <Amount wei={better} unit={unit} decimals={decimals} /> beyond this one.
        </>
      )}
    </>
  );
}

function Term(props: { readonly label: string; readonly explain: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex items-baseline justify-between gap-3 sm:block">
      <dt className="text-label text-ink-3">
        <Explain term={props.label}>{props.explain}</Explain>
      </dt>
      <dd className="font-semibold">{props.children}</dd>
    </div>
  );
}
