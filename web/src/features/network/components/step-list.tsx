import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { StakeStep } from "../model/stake-steps.ts";

/** The signatures of a stake in order, with what each is for. */
export function StepList(props: { readonly steps: readonly StakeStep[]; readonly current: StakeStep }): ReactNode {
  const { steps, current } = props;
  return (
    <ol className="grid gap-2.5 text-note">
      {steps.map((step, index) => {
        const isCurrent = step.key === current.key;
        return (
          <li key={step.key} aria-current={isCurrent ? "step" : undefined} className="flex gap-2.5">
            <span
              className={`grid size-5.5 shrink-0 place-items-center rounded-full text-label font-semibold ${isCurrent ? "bg-action text-on-action" : "bg-inset text-ink-2"}`}
            >
              {step.done ? <Check size={14} strokeWidth={2} aria-label="done" /> : index + 1}
            </span>
            <span className={isCurrent ? "" : "text-ink-3"}>
              <span className="block font-semibold first-letter:uppercase">{step.title}</span>
              {step.why && !step.done && <span className="block text-ink-3">{step.why}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
