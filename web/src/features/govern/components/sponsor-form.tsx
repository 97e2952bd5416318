import { type ReactNode, useMemo, useState } from "react";
import { formatUnits } from "viem";
import { Amount } from "../../../components/amount.tsx";
import { AmountField } from "../../../components/amount-field.tsx";
import { LookAlikeBadge } from "../../../components/look-alike/look-alike-badge.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { Application, NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { safeText } from "../../../lib/safe-text.ts";
import { Effects } from "../../effects/effects.tsx";
import { admissionOf } from "../../effects/model/effect-question.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { proposePlan } from "../model/propose-plan.ts";
import { readTermsDraft } from "../model/read-terms-draft.ts";
import { ProposePanel } from "./propose-panel.tsx";

/** What a sponsor writes; amounts and days as typed. */
export interface SponsorText {
  readonly cap: string;
  readonly rate: string;
  readonly lockDays: string;
  readonly openDays: string;
  readonly title: string;
  readonly text: string;
}

/** Where a shareholder turns an application into terms that members vote on. */
export function SponsorForm(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  readonly application: Application;
}): ReactNode {
  const { snapshot, network, governance, application } = props;
  const { address: account } = useWallet();
  const member = snapshot.tokens.get(application.member);
  const memberSymbol = member?.symbol ?? "shares";
  const [text, setText] = useState<SponsorText>(() => ({
    cap: formatUnits(application.amount, 18),
    rate: formatUnits(application.rate, 18),
    lockDays: "0",
    openDays: "14",
    title: `Admit ${safeText(displayName(snapshot, application.account), 60)}`,
    text: "",
  }));
  const draft = useMemo(() => readTermsDraft(text, application, member), [text, application, member]);
  const edit = (change: Partial<SponsorText>) => setText((before) => ({ ...before, ...change }));
  const errors = draft.ok ? {} : draft.errors;
  const admission = draft.ok ? admissionOf(snapshot, network.address, draft.value) : undefined;
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      {member && <LookAlikeBadge token={member} />}
      <AmountField
        label="May stake at most"
        text={text.cap}
        onTextChange={(cap) => edit({ cap })}
        unit={memberSymbol}
        error={errors.cap}
        hint={`${safeText(displayName(snapshot, application.account), 40)} asked for ${formatAmount(application.amount)}.`}
      />
      <AmountField
        label={`Receives for each ${memberSymbol}`}
        text={text.rate}
        onTextChange={(rate) => edit({ rate })}
        unit={network.symbol}
        error={errors.rate}
      />
      {draft.ok && (
        <p className="text-note text-ink-2">
          At most <Amount wei={(draft.value.cap * draft.value.rate) / 10n ** 18n} unit={network.symbol} /> are made;
          there are <Amount wei={network.totalSupply} unit={network.symbol} /> now. Refused when {memberSymbol} has more
          shares by then than today.
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <AmountField
          label="New shares don’t move for"
          text={text.lockDays}
          onTextChange={(lockDays) => edit({ lockDays })}
          unit="days"
          error={errors.lockDays}
        />
        <AmountField
          label="Terms are open for"
          text={text.openDays}
          onTextChange={(openDays) => edit({ openDays })}
          unit="days"
          error={errors.openDays}
        />
      </div>
      <TextField label="Title" text={text.title} onTextChange={(title) => edit({ title })} error={errors.title} />
      <TextField
        label="Why"
        hint="Members read it before they vote. It stays on the record."
        text={text.text}
        onTextChange={(words) => edit({ text: words })}
        error={errors.text}
        lines={4}
      />
      {admission && <Effects snapshot={snapshot} account={account} question={admission} />}
      <ProposePanel
        {...{ snapshot, network, governance }}
        form={`sponsor:${application.id}`}
        planFor={draft.ok ? (account, now) => proposePlan(network, governance, account, draft.value, now) : undefined}
        obstacle="Correct what is marked first."
      />
    </form>
  );
}
