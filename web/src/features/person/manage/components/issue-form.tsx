import { type ReactNode, useEffect, useState } from "react";
import { deployment } from "../../../../chain/contracts.ts";
import { AmountField } from "../../../../components/amount-field.tsx";
import { Button } from "../../../../components/button.tsx";
import { Notice } from "../../../../components/notice.tsx";
import type { Address } from "../../../../lib/address.ts";
import { formatAmount } from "../../../../lib/format.ts";
import { parseAmount } from "../../../../lib/parse-amount.ts";
import { AccountField, walletOf } from "../../../token/account/account-field.tsx";
import { AccountNote } from "../../../token/account/account-note.tsx";
import { readAccount } from "../../../token/account/read-account.ts";
import { useHeld } from "../../../token/use-held.ts";
import { explainRefusal } from "../../../transact/explain-revert.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { isBusy } from "../../../transact/transact-state.ts";
import { useTransact } from "../../../transact/use-transact.ts";
import { issuePlan } from "../model/issue-plan.ts";
import { type Issue, refuseIssue } from "../model/issue-preview.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { IssueEffects } from "./issue-effects.tsx";

/** New shares: how many, for whom, and what they change. */
export function IssueForm(props: OwnFormProps): ReactNode {
  const [text, setText] = useState("");
  const [toText, setToText] = useState("");
  const transact = useTransact(`issue:${props.token.address}`);
  // What is signed must not change under the pen when the index brings newer figures.
  const { snapshot, token, record, settings, now } = useHeld(props, isBusy(transact.state));
  const isDone = transact.state.name === "indexed";
  useEffect(() => {
    if (isDone) setText("");
  }, [isDone]);
  const edit = (change: () => void): void => {
    change();
    if (isDone) transact.reset();
  };
  const parsed = parseAmount(text, 18, { unit: token.symbol });
  const shares = parsed.ok ? parsed.value : 0n;
  const refusal = parsed.ok || text === "" ? refuseIssue(token, record.stream, now, shares || 1n) : undefined;
  const streaming = refusal?.error === "StreamStillRuns";
  const problem =
    text === "" ? undefined : problemOf(parsed, refusal !== undefined && !streaming ? refusal : undefined);
  const to = readReceiver(toText, token.person);
  const issue: Issue | undefined =
    refusal === undefined && problem === undefined && shares > 0n && to.ok ? { to: to.address, shares } : undefined;
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      {streaming && (
        <Notice
          tone="bad"
          title={explainRefusal(refusal).title}
          action={<Button onClick={() => props.onOpen("stream")}>Let it end sooner</Button>}
        >
          {explainRefusal(refusal).detail} Until then no new shares can be issued.
        </Notice>
      )}
      <AmountField
        label="New shares"
        text={text}
        onTextChange={(next) => edit(() => setText(next))}
        unit={token.symbol}
        hint={`There are ${formatAmount(token.totalSupply)} now.`}
        error={problem}
      />
      <AccountField
        label="Who receives them"
        hint="Leave it empty to receive them yourself."
        text={toText}
        onTextChange={(next) => edit(() => setToText(next))}
        offer={walletOf}
        error={to.ok ? undefined : to.reason}
      />
      {to.ok && to.address !== token.person && <AccountNote snapshot={snapshot} address={to.address} />}
      {issue && <IssueEffects {...{ snapshot, token, record, settings, now, issue }} />}
      <TransactPanel
        transact={transact}
        plan={issue && issuePlan(snapshot, token, issue, deployment?.settlement)}
        obstacle={obstacleOf({ streaming, problem, receiver: to.ok })}
      >
        {shares > 0n ? `Issue ${formatAmount(shares)} ${token.symbol}` : "Issue"}
      </TransactPanel>
    </form>
  );
}

function readReceiver(text: string, person: Address | undefined) {
  return text.trim() === "" && person !== undefined ? { ok: true as const, address: person } : readAccount(text);
}

function problemOf(
  parsed: ReturnType<typeof parseAmount>,
  refusal: ReturnType<typeof refuseIssue>,
): string | undefined {
  if (!parsed.ok) return parsed.reason;
  if (parsed.value === 0n) return "Enter an amount above zero.";
  return refusal && `${explainRefusal(refusal).title}. ${explainRefusal(refusal).detail}`;
}

function obstacleOf(form: {
  readonly streaming: boolean;
  readonly problem: string | undefined;
  readonly receiver: boolean;
}): string {
  if (form.streaming) return "Let what streams end first.";
  if (form.problem !== undefined) return "Correct the amount first.";
  return form.receiver ? "Enter how many shares you issue." : "Say who receives them.";
}
