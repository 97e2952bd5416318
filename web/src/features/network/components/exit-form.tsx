import { type ReactNode, useMemo, useState } from "react";
import { formatUnits } from "viem";
import { Amount } from "../../../components/amount.tsx";
import { AmountField } from "../../../components/amount-field.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { Position } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatDuration } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { safeText } from "../../../lib/safe-text.ts";
import { ProposePanel } from "../../govern/components/propose-panel.tsx";
import { proposePlan } from "../../govern/model/propose-plan.ts";
import { readExitDraft, type TypedExit } from "../model/read-exit-draft.ts";
import { averageRate, burnedFor } from "../model/way-out.ts";

/** What somebody asks the members for: how much comes back, for how many network shares, and why. */
export function ExitForm(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  readonly position: Position;
}): ReactNode {
  const { snapshot, network, governance, position } = props;
  const symbol = snapshot.tokens.get(position.member)?.symbol ?? "shares";
  const who = safeText(displayName(snapshot, position.account), 60);
  const [typed, setTyped] = useState<TypedExit>(() => ({
    amount: formatUnits(position.staked, 18),
    rate: formatUnits(averageRate(position), 18),
    openDays: "14",
    title: `Let ${who} take ${symbol} back`,
    text: "",
  }));
  const draft = useMemo(() => readExitDraft(typed, position, symbol), [typed, position, symbol]);
  const edit = (change: Partial<TypedExit>) => setTyped((before) => ({ ...before, ...change }));
  const errors = draft.ok ? {} : draft.errors;
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      <AmountField
        label="Would come back"
        text={typed.amount}
        onTextChange={(amount) => edit({ amount })}
        unit={symbol}
        max={position.staked}
        maxLabel="Still in"
        error={errors.amount}
      />
      <AmountField
        label={`Burned for each ${symbol}`}
        text={typed.rate}
        onTextChange={(rate) => edit({ rate })}
        unit={network.symbol}
        error={errors.rate}
        hint="What you received on average is the least. Offer more if that wins the vote."
      />
      {draft.ok && (
        <p className="text-note text-ink-2">
          For all of it <Amount wei={burnedFor(draft.value.cap, draft.value.rate, position)} unit={network.symbol} />{" "}
          are burned; there are <Amount wei={network.totalSupply} unit={network.symbol} /> now.
        </p>
      )}
      <AmountField
        label="You can do it for"
        text={typed.openDays}
        onTextChange={(openDays) => edit({ openDays })}
        unit="days"
        error={errors.openDays}
        hint={`Counted from the earliest moment: the vote opens after ${formatDuration(governance.votingDelay)} and lasts ${formatDuration(governance.votingPeriod)}.`}
      />
      <TextField label="Title" text={typed.title} onTextChange={(title) => edit({ title })} error={errors.title} />
      <TextField
        label="Why"
        hint="Members read it before they vote. It stays on the record."
        text={typed.text}
        onTextChange={(text) => edit({ text })}
        error={errors.text}
        lines={4}
      />
      <ProposePanel
        {...{ snapshot, network, governance }}
        form={`ask-to-leave:${network.address}`}
        planFor={draft.ok ? (account, now) => proposePlan(network, governance, account, draft.value, now) : undefined}
        obstacle="Correct what is marked first."
      />
    </form>
  );
}
