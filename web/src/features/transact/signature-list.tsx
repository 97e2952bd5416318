import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { RunProgress } from "./run/run-plan.ts";

/** What the wallet is going to ask, in order, with what each is for; nothing when it is a single question that says it all. */
export function SignatureList({ progress }: { readonly progress: RunProgress }): ReactNode {
  const { signatures, done, bundled } = progress;
  const [only] = signatures;
  if (only === undefined) return null;
  if (signatures.length === 1) return only.why ? <p className="text-note text-ink-3">{only.why}</p> : null;
  const current = signatures.find(({ key }) => !done.has(key));
  return (
    <div className="grid gap-2.5 text-note">
      <p className="text-ink-2">
        {bundled
          ? `Your wallet asks once for all ${signatures.length} of these. All of them happen, or none.`
          : `Your wallet asks ${signatures.length} times, one after the other:`}
      </p>
      <ol aria-label="What your wallet asks" className="grid gap-2.5">
        {signatures.map(({ key, title, why }, index) => {
          const isCurrent = !bundled && key === current?.key;
          const isDone = done.has(key);
          return (
            <li key={key} aria-current={isCurrent ? "step" : undefined} className="flex gap-2.5">
              <span
                className={`grid size-5.5 shrink-0 place-items-center rounded-full text-label font-semibold ${isCurrent ? "bg-action text-on-action" : "bg-inset text-ink-2"}`}
              >
                {isDone ? <Check size={14} strokeWidth={2} aria-label="done" /> : index + 1}
              </span>
              <span className={isCurrent ? "" : "text-ink-3"}>
                <span className="block font-semibold first-letter:uppercase">{title}</span>
                {why && !isDone && <span className="block text-ink-3">{why}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
