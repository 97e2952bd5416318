import { type ReactNode, useState } from "react";
import { SelectField } from "../../../components/select-field.tsx";
import type { ExitTerms, NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { safeText } from "../../../lib/safe-text.ts";
import { useChainTime } from "../../token/use-chain-time.ts";
import { endableTerms, endTermsCall } from "../model/end-terms.ts";
import type { TypedWords } from "../model/read-fields.ts";
import { ProposeCalls } from "./propose-calls.tsx";
import type { ProposeFormProps } from "./propose-form.ts";

/** Puts to the vote that nothing more is done under terms; what was done stays. */
export function EndTermsForm(props: ProposeFormProps & { readonly record: NetworkRecord }): ReactNode {
  const { snapshot, network, governance, record } = props;
  const now = useChainTime(snapshot);
  const [number, setNumber] = useState<number>();
  // Until somebody writes a title, it follows what is chosen.
  const [typed, setTyped] = useState<TypedWords>();
  const endable = endableTerms(record, governance, now);
  const chosen = endable.find((terms) => terms.number === number) ?? endable[0];
  if (chosen === undefined) {
    return (
      <p className="text-table text-ink-2">
        No terms last longer than a vote would take, so there is nothing that a vote could end. Founding terms always
        stay.
      </p>
    );
  }
  const words = typed ?? { title: `End terms No. ${chosen.number}`, text: "" };
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-5" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label="Terms"
        options={endable.map((terms) => ({ value: String(terms.number), text: lineOf(snapshot, terms) }))}
        value={String(chosen.number)}
        onChange={(value) => setNumber(Number(value))}
        hint={`${leftWords(snapshot, chosen)} That ends; what was done under them stays. Who put them to the vote can end them at once, on this page under Terms.`}
      />
      <ProposeCalls
        {...props}
        form="propose-end"
        words={words}
        onWordsChange={setTyped}
        calls={[endTermsCall(network, chosen.number)]}
        why="If members agree, nothing more is done under them."
      />
    </form>
  );
}

function lineOf(snapshot: OwnershipSnapshot, terms: OfferedTerms | ExitTerms): string {
  const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
  const way = "founding" in terms ? "to join" : "to leave";
  return `No. ${terms.number}: ${formatAmount(terms.cap - terms.used)} ${symbol} ${way}, until ${formatDate(terms.expiry)}`;
}

function leftWords(snapshot: OwnershipSnapshot, terms: OfferedTerms | ExitTerms): string {
  const who = terms.account === null ? "Anybody" : safeText(displayName(snapshot, terms.account), 60);
  const figure = `${formatAmount(terms.cap - terms.used)} ${snapshot.tokens.get(terms.member)?.symbol ?? "shares"}`;
  return "founding" in terms
    ? `${who} may still stake ${figure} under them.`
    : `${who} may still take ${figure} back under them.`;
}
