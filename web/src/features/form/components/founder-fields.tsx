import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { AmountField } from "../../../components/amount-field.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { FoundersFacts } from "../../../data/founders.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { FounderDraft } from "../model/form-draft.ts";
import type { FounderRead } from "../model/read-founders.ts";
import { FounderPicker } from "./founder-picker.tsx";

interface FounderFieldsProps {
  readonly facts: FoundersFacts;
  readonly row: FounderRead;
  /** From 1. */
  readonly number: number;
  /** What a founder receives: the network's symbol. */
  readonly unit: string;
  /** Whether the row was just added. */
  readonly added: boolean;
  readonly onChange: (draft: FounderDraft) => void;
  /** Undefined for the only founder. */
  readonly onRemove: (() => void) | undefined;
}

/** One founder: who, how much, at which rate. */
export function FounderFields(props: FounderFieldsProps): ReactNode {
  const { facts, row, number, unit, added, onChange, onRemove } = props;
  const title = useId();
  const { draft, token, problems } = row;
  const symbol = token?.symbol ?? "shares";
  const choose = (member: string): void => onChange({ ...draft, member, account: undefined });
  return (
    <fieldset className="min-w-0" aria-labelledby={title}>
      <div className="flex items-center justify-between gap-3">
        <h3 id={title} className="text-body">
          Founder {number}
        </h3>
        {onRemove && (
          <button
            type="button"
            onClick={onRemove}
            className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-control px-2.5 text-note text-ink-2 hover:bg-inset hover:text-ink"
          >
            <X aria-hidden="true" size={17} strokeWidth={1.6} />
            Remove<span className="sr-only"> founder {number}</span>
          </button>
        )}
      </div>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-4">
        <FounderPicker row={row} added={added} onChoose={choose} />
        {token?.kind === "network" && (
          <TextField
            label="Account that stakes"
            text={row.accountText}
            onTextChange={(account) => onChange({ ...draft, account })}
            placeholder="0x…"
            hint={`A wallet that holds ${token.symbol}. A network itself signs nothing.`}
            error={problems.account}
            code
          />
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <AmountField
            label="Stakes"
            text={draft.amount}
            onTextChange={(amount) => onChange({ ...draft, amount })}
            unit={<UnitChoice symbol={symbol} draft={draft} onChange={onChange} />}
            hint={stakeHint(facts, row)}
            error={problems.amount}
          />
          <AmountField
            label={`Rate, for 1 ${token?.symbol ?? "share"}`}
            text={draft.rate}
            onTextChange={(rate) => onChange({ ...draft, rate })}
            unit={unit}
            hint={row.shares > 0n ? `Receives ${formatAmount(row.shares)} ${unit}.` : undefined}
            error={problems.rate}
          />
        </div>
      </div>
    </fieldset>
  );
}

/** Shares, or a percentage of all of them. */
function UnitChoice(props: {
  readonly symbol: string;
  readonly draft: FounderDraft;
  readonly onChange: (draft: FounderDraft) => void;
}): ReactNode {
  const { symbol, draft, onChange } = props;
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Counted in
      </label>
      <select
        id={id}
        value={draft.unit}
        onChange={(event) => onChange({ ...draft, unit: event.target.value === "percent" ? "percent" : "shares" })}
        className="min-h-9 max-w-32 cursor-pointer rounded-small bg-cloth text-table font-semibold"
      >
        <option value="percent">% of all {symbol}</option>
        <option value="shares">{symbol}</option>
      </select>
    </>
  );
}

function stakeHint(facts: FoundersFacts, { token, account, stake, draft }: FounderRead): string | undefined {
  if (token === undefined) return undefined;
  const balance = account && facts.balances.get(token.address)?.get(account);
  const has = balance === undefined ? "" : `Holds ${formatAmount(balance)} ${token.symbol}.`;
  const is = draft.unit === "percent" && stake > 0n ? `That is ${formatAmount(stake)} ${token.symbol}.` : "";
  return [is, has].filter(Boolean).join(" ") || undefined;
}
