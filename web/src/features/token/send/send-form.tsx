import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useConfig } from "wagmi";
import { AmountField } from "../../../components/amount-field.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { type SendableFacts, sendableQueryOptions, transferRefusalQueryOptions } from "../../../data/transfer-facts.ts";
import type { Address } from "../../../lib/address.ts";
import { formatSigned } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { Effects } from "../../effects/effects.tsx";
import { explainError } from "../../transact/explain-error.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { isBusy } from "../../transact/transact-state.ts";
import { useTransact } from "../../transact/use-transact.ts";
import { AccountField, walletOf } from "../account/account-field.tsx";
import { AccountNote } from "../account/account-note.tsx";
import { readAccount } from "../account/read-account.ts";
import { useHeld } from "../use-held.ts";
import { lockWords, readReceiver, readShares, refuseReceiver } from "./read-send.ts";
import { sendPlan } from "./send-plan.ts";

interface SendFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  /** Who sends. */
  readonly account: Address;
}

/** Sends shares: how many, to whom, whether they may, and what it changes. */
export function SendForm(props: SendFormProps): ReactNode {
  const { token, account } = props;
  const facts = useQuery(sendableQueryOptions(useConfig(), token.address, account));
  if (facts.isError) {
    const { title, detail, next } = explainError(facts.error);
    return (
      <Notice tone="bad" title={title}>
        {detail} {next}
      </Notice>
    );
  }
  return facts.data ? <Fields {...props} facts={facts.data} /> : <Skeleton className="h-60" />;
}

function Fields(props: SendFormProps & { readonly facts: SendableFacts }): ReactNode {
  const [text, setText] = useState("");
  const [toText, setToText] = useState("");
  const transact = useTransact(`send:${props.token.address}`);
  const { snapshot, token, account, facts } = useHeld(props, isBusy(transact.state));
  const isDone = transact.state.name === "indexed";
  useEffect(() => {
    // What was sent must not be sent again by a second press.
    if (isDone) setText("");
  }, [isDone]);
  const edit = (change: () => void): void => {
    change();
    if (isDone) transact.reset();
  };
  const shares = readShares(text, token, facts);
  const to = readReceiver(readAccount(toText), account);
  const amount = shares.ok ? shares.value : 0n;
  const refusal = useReceiverRefusal({ snapshot, token, account, to: to.ok ? to.address : undefined, amount });
  const who = to.ok ? displayName(snapshot, to.address) : "";
  const fine = shares.ok && to.ok && refusal === undefined;
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event) => event.preventDefault()}>
      <AmountField
        label="You send"
        text={text}
        onTextChange={(next) => edit(() => setText(next))}
        unit={token.symbol}
        max={facts.transferable}
        maxLabel={facts.locked > 0n ? "Not locked" : "You hold"}
        error={shares.ok ? undefined : shares.reason}
        hint={lockWords(token, facts)}
      />
      <AccountField
        label="Who receives them"
        hint="A person’s name stands for the wallet. For a treasury, paste the token’s address."
        text={toText}
        onTextChange={(next) => edit(() => setToText(next))}
        offer={walletOf}
        error={refusal ?? (to.ok ? undefined : to.reason)}
      />
      {to.ok && <AccountNote snapshot={snapshot} address={to.address} />}
      {fine && (
        <Effects
          snapshot={snapshot}
          account={account}
          question={{ kind: "sale", request: { token: token.address, from: account, to: to.address, amount } }}
        />
      )}
      <TransactPanel
        transact={transact}
        plan={fine ? sendPlan(token, to.address, who, amount) : undefined}
        obstacle={obstacleOf(text, shares.ok, to.ok && refusal === undefined, toText)}
      >
        {shares.ok ? `Send ${formatSigned(amount)} ${token.symbol}` : "Send"}
      </TransactPanel>
    </form>
  );
}

function useReceiverRefusal(thought: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly account: Address;
  readonly to: Address | undefined;
  readonly amount: bigint;
}): string | undefined {
  const { snapshot, token, account, to = account, amount } = thought;
  // Whether somebody may receive at all is asked before there is an amount.
  const asked = { token: token.address, from: account, to, amount: amount === 0n ? 1n : amount };
  const answer = useQuery({
    ...transferRefusalQueryOptions(useConfig(), asked),
    enabled: thought.to !== undefined,
  });
  return thought.to === undefined ? undefined : refuseReceiver(snapshot, token, thought.to, answer.data);
}

function obstacleOf(text: string, shares: boolean, receiver: boolean, toText: string): string {
  if (text.trim() === "") return "Enter how many shares you send.";
  if (!shares) return "Correct the amount first.";
  if (toText.trim() === "") return "Say who receives them.";
  return receiver ? "" : "Choose another receiver.";
}
