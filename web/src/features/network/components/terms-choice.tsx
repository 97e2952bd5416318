import type { ReactNode } from "react";
import { SelectField } from "../../../components/select-field.tsx";
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
  return (
    <SelectField
      label="Terms"
      options={views.map(({ terms, left, state }) => {
        const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
        const closed = state === "usable" ? "" : ", can’t be used";
        return {
          value: String(terms.number),
          text: `No. ${terms.number}: ${formatAmount(left)} ${symbol} left${closed}`,
        };
      })}
      value={String(chosen.terms.number)}
      onChange={(value) => onChoose(Number(value))}
    />
  );
}
