import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";
import { columnDigits } from "../../token/column-digits.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { stepWords } from "../model/plan-words.ts";

interface PlanStepsProps {
  readonly snapshot: OwnershipSnapshot;
  readonly plan: ClaimPlan;
  readonly own: boolean;
}

/** How it is collected, step by step. */
export function PlanSteps({ snapshot, plan, own }: PlanStepsProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const you = own ? "You claim" : `${displayName(snapshot, plan.account)} is paid`;
  const words = stepWords(snapshot, plan.steps, you);
  const count = plan.transactions.length;
  const digits = columnDigits(
    words.map(({ amount }) => amount),
    decimals,
  );
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer items-center text-table font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
        How it is collected: {words.length} {words.length === 1 ? "step" : "steps"} in{" "}
        {count === 1 ? "one transaction" : `${count} transactions`}
      </summary>
      <ol className="mt-1 divide-y divide-line border-y border-line text-table">
        {words.map((step, index) => (
          <li key={step.key} className="flex items-baseline justify-between gap-4 py-2">
            <span className="flex gap-2 text-ink-2">
              <span className="figures min-w-5 text-ink-3">{index + 1}</span>
              <span>{step.text}</span>
            </span>
            <Amount wei={step.amount} unit={unit} decimals={decimals} money {...digits} />
          </li>
        ))}
      </ol>
      <p className="mt-2 text-note text-ink-3">
        A token that collects passes on to everybody who holds it. Where a circle brings money round again, a step comes
        up again, as long as another turn brings more than it costs.
      </p>
    </details>
  );
}
