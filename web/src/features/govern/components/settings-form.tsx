import { type ReactNode, useMemo, useState } from "react";
import { AmountField } from "../../../components/amount-field.tsx";
import type { SettingName } from "../../../data/governance/proposal.ts";
import { formatAmount, formatDuration } from "../../../lib/format.ts";
import type { TypedWords } from "../model/read-fields.ts";
import { readSettings, settingsAsTyped } from "../model/read-settings.ts";
import { effectiveThreshold } from "../model/threshold.ts";
import { ProposeCalls } from "./propose-calls.tsx";
import type { ProposeFormProps } from "./propose-form.ts";

const SECONDS_PER_DAY = 86_400;

/** Puts other rules of voting to the vote; what is left as it is stays. */
export function SettingsForm(props: ProposeFormProps): ReactNode {
  const { network, governance } = props;
  const [typed, setTyped] = useState(() => settingsAsTyped(governance));
  const [words, setWords] = useState<TypedWords>({ title: "Change how we vote", text: "" });
  const { errors, calls } = useMemo(() => readSettings(governance, typed), [governance, typed]);
  const field = (setting: SettingName, label: string, unit: string, hint: string) => (
    <AmountField
      label={label}
      text={typed[setting]}
      onTextChange={(text) => setTyped((now) => ({ ...now, [setting]: text }))}
      unit={unit}
      error={errors[setting]}
      hint={hint}
    />
  );
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-5" onSubmit={(event) => event.preventDefault()}>
      {governance.secondsPerDay !== SECONDS_PER_DAY && (
        <p className="text-note text-ink-2">
          Votes on this chain count {formatDuration(governance.secondsPerDay)} as a day.
        </p>
      )}
      {field("voting-delay", "Notice before a vote", "days", "From 1 to 7: time to buy, sell, or let somebody vote.")}
      {field("voting-period", "A vote lasts", "days", "From 3 to 30.")}
      {field("late-quorum", "And at least, after enough took part", "days", "From 0 to 7.")}
      {field(
        "threshold",
        "Votes that a proposer needs",
        network.symbol,
        `From 1 to 2 % of what can vote. As it is set, ${formatAmount(effectiveThreshold(governance))} are needed now.`,
      )}
      {field("quorum", "Taking part, for a vote to count", "percent", "From 4 to 50: votes for and neither, of all.")}
      <ProposeCalls
        {...props}
        form="propose-settings"
        words={words}
        onWordsChange={setWords}
        calls={calls.length > 0 ? calls.map((calldata) => ({ target: governance.governor, calldata })) : undefined}
        why="If members agree, later votes go by it."
        missing={calls.length === 0 && Object.keys(errors).length === 0 ? "Change a setting first." : undefined}
      />
    </form>
  );
}
