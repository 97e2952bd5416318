import { type ReactNode, useState } from "react";
import { formatUnits } from "viem";
import { AmountField } from "../../../../components/amount-field.tsx";
import { ChangesTable } from "../../../../components/changes-table.tsx";
import { Notice } from "../../../../components/notice.tsx";
import { SelectField } from "../../../../components/select-field.tsx";
import { findHolding } from "../../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import { formatAmount, formatDate } from "../../../../lib/format.ts";
import { displayName } from "../../../../lib/names.ts";
import { parseAmount } from "../../../../lib/parse-amount.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { TransactStatus } from "../../../transact/transact-status.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import { burnedFor, type LeaveView, leaveViews } from "../model/leave-preview.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { leavePlan } from "../model/treasury-plans.ts";

/** Takes what was staked for the treasury back, under terms that members voted for. */
export function LeaveForm({ snapshot, token, settings, now }: OwnFormProps): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const transact = useTransact(`leave:${token.address}`);
  const views = leaveViews(settings.exits, settings.positions, now);
  const view = views.find((candidate) => keyOf(candidate) === chosen) ?? views[0];
  if (view === undefined) {
    return (
      <div className="grid gap-3">
        <TransactStatus state={transact.state} />
        <p className="text-table text-ink-2">No terms let your treasury take anything back now.</p>
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {views.length > 1 && (
        <SelectField
          label="Network"
          options={views.map((candidate) => ({ value: keyOf(candidate), text: nameOf(snapshot, candidate) }))}
          value={keyOf(view)}
          onChange={setChosen}
        />
      )}
      {view.state === "usable" ? (
        <LeaveAmount key={keyOf(view)} {...{ snapshot, token, view, transact }} />
      ) : (
        <Notice title={view.state === "ended" ? "These terms have ended" : "These terms are not open yet"}>
          {view.state === "ended"
            ? `They ended on ${formatDate(view.offer.expiry ?? 0, { time: true })}. Members can offer new ones by vote.`
            : `They open on ${formatDate(view.offer.opensAt, { time: true })}.`}
        </Notice>
      )}
    </div>
  );
}

const keyOf = ({ offer }: LeaveView): string => `${offer.network}${offer.number}`;

function nameOf(snapshot: OwnershipSnapshot, { offer, most }: LeaveView): string {
  const symbol = snapshot.tokens.get(offer.member)?.symbol ?? "shares";
  return `${displayName(snapshot, offer.network)}: up to ${formatAmount(most)} ${symbol}`;
}

function LeaveAmount(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly view: LeaveView;
  readonly transact: ReturnType<typeof useTransact>;
}): ReactNode {
  const { snapshot, token, view, transact } = props;
  const { offer, most } = view;
  const network = snapshot.tokens.get(offer.network);
  const symbol = snapshot.tokens.get(offer.member)?.symbol ?? "shares";
  const [text, setText] = useState(offer.founding ? formatUnits(most, 18) : "");
  const parsed = parseAmount(text, 18, { max: most, unit: symbol });
  const problem = text === "" ? undefined : problemOf(parsed, view, symbol);
  const amount = parsed.ok && problem === undefined ? parsed.value : 0n;
  if (network === undefined) return null;
  const held = findHolding(snapshot, network.address, token.address)?.balance ?? 0n;
  const burned = burnedFor(view, amount);
  const own = offer.member === token.address;
  const leave = { network, termsNumber: offer.number, symbol, amount, burned, own };
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      <AmountField
        label="Take back"
        text={text}
        onTextChange={(next) => {
          setText(next);
          if (transact.state.name === "indexed") transact.reset();
        }}
        unit={symbol}
        max={most}
        maxLabel="At most"
        error={problem}
        hint={
          own
            ? "Your own shares that come back are no more: everybody’s part gets larger."
            : "They come into your treasury."
        }
      />
      {amount > 0n && (
        <ChangesTable
          caption="What changes"
          rows={[
            row("held", `${network.symbol} in your treasury`, held, held - burned),
            ...(own ? [row("supply", `${token.symbol} in all`, token.totalSupply, token.totalSupply - amount)] : []),
          ]}
        />
      )}
      <TransactPanel
        transact={transact}
        plan={amount > 0n ? leavePlan(token, leave) : undefined}
        obstacle={problem === undefined ? `Enter how many ${symbol} come back.` : "Correct the amount first."}
      >
        {amount > 0n ? `Take back ${formatAmount(amount)} ${symbol}` : "Take back"}
      </TransactPanel>
    </form>
  );
}

function row(key: string, label: string, before: bigint, after: bigint) {
  return { key, label, before: formatAmount(before), after: formatAmount(after) };
}

function problemOf(parsed: ReturnType<typeof parseAmount>, { offer, most }: LeaveView, symbol: string) {
  if (!parsed.ok) return parsed.reason;
  if (parsed.value === 0n) return "Enter an amount above zero.";
  if (offer.founding && parsed.value !== most)
    return `A founder takes back the whole ${formatAmount(most)} ${symbol} at once.`;
  return parsed.value > most ? `At most ${formatAmount(most)} ${symbol} come back under these terms.` : undefined;
}
