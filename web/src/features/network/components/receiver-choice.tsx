import { type ReactNode, useId } from "react";

interface ReceiverChoiceProps {
  /** Name of the account's personal token. */
  readonly owner: string;
  /** Symbol of the network. */
  readonly unit: string;
  readonly toTreasury: boolean;
  readonly onChange: (toTreasury: boolean) => void;
}

/** Where the network shares go: the wallet, or the treasury of the account's own token. */
export function ReceiverChoice({ owner, unit, toTreasury, onChange }: ReceiverChoiceProps): ReactNode {
  const name = useId();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-table font-semibold">Your {unit} go to</legend>
      <Choice name={name} checked={!toTreasury} onChoose={() => onChange(false)} title="Your wallet">
        You alone earn with them, and you can sell them or pass them on.
      </Choice>
      <Choice name={name} checked={toTreasury} onChoose={() => onChange(true)} title={`${owner}’s treasury`}>
        They earn for everybody who owns a part of you. They stay there: nobody can sell them, you neither.
      </Choice>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

function Choice({ name, checked, onChoose, title, children }: ChoiceProps): ReactNode {
  return (
    <label className="flex cursor-pointer gap-3 rounded-control border border-line p-3 has-checked:border-network has-checked:bg-network-soft">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="mt-1 size-4 shrink-0" />
      <span>
        <span className="block text-table font-semibold">{title}</span>
        <span className="block text-note text-ink-2">{children}</span>
      </span>
    </label>
  );
}
