import { type ReactNode, useId } from "react";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { TermsView } from "../model/terms-view.ts";

interface TermsChoiceProps {
  readonly snapshot: OwnershipSnapshot;
  readonly views: readonly TermsView[];
  readonly chosen: TermsView;
  readonly onChoose: (number: number) => void;
}

/** Chooses between several terms that are for the same account. */
export function TermsChoice({ snapshot, views, chosen, onChoose }: TermsChoiceProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-table font-semibold">
        Terms
      </label>
      <select
        id={id}
        value={chosen.terms.number}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="min-h-11 w-full rounded-control border border-line-strong bg-cloth px-3 text-table"
      >
        {views.map(({ terms, left, state }) => (
          <option key={terms.number} value={terms.number}>
            No. {terms.number}: {formatAmount(left)} {snapshot.tokens.get(terms.member)?.symbol ?? "shares"} left
            {state === "usable" ? "" : ", can’t be used"}
          </option>
        ))}
      </select>
    </div>
  );
}
