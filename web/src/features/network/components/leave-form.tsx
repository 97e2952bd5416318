import { type ReactNode, useEffect, useMemo, useState } from "react";
import { deployment } from "../../../chain/contracts.ts";
import { AmountField } from "../../../components/amount-field.tsx";
import { findHolding } from "../../../data/claimables.ts";
import type { Position } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import type { Transact } from "../../transact/use-transact.ts";
import { leavePlan } from "../model/leave-plan.ts";
import { type LeaveMove, previewLeave } from "../model/leave-preview.ts";
import { burnedFor, type ExitView, refuseLeave } from "../model/way-out.ts";
import { BurnedAmounts } from "./burned-amounts.tsx";
import { ShareChanges } from "./share-changes.tsx";

interface LeaveFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly account: Address;
  readonly position: Position;
  /** Exit terms that can be used now. */
  readonly view: ExitView;
  readonly transact: Transact;
}

/** Takes member shares back under exit terms: amount, what is burned, what changes, then the signatures. */
export function LeaveForm(props: LeaveFormProps): ReactNode {
  const { snapshot, token, account, position, view, transact } = props;
  const { terms, most } = view;
  const member = snapshot.tokens.get(position.member);
  const symbol = member?.symbol ?? "shares";
  const [text, setText] = useState("");
  const isDone = transact.state.name === "indexed";
  useEffect(() => {
    // What came back must not be asked for again by a second press.
    if (isDone) setText("");
  }, [isDone]);
  const held = findHolding(snapshot, token.address, position.account)?.balance ?? 0n;
  const parsed = parseAmount(text, 18, { max: most, unit: symbol });
  const amount = parsed.ok ? parsed.value : 0n;
  const refusal =
    text === ""
      ? undefined
      : parsed.ok
        ? refuseLeave(view, position, { member: symbol, network: token.symbol }, held, amount)
        : parsed.reason;
  const move: LeaveMove | undefined =
    parsed.ok && text !== "" && refusal === undefined
      ? {
          network: token.address,
          member: position.member,
          account,
          receiver: position.account,
          amount,
          shares: burnedFor(amount, terms.rate, position),
        }
      : undefined;
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      <p className="text-note text-ink-2">
        Members agreed that up to {formatAmount(most)} {symbol} can come back, until{" "}
        {formatDate(terms.expiry, { time: true })}.
      </p>
      <AmountField
        label="You take back"
        text={text}
        onTextChange={(next) => {
          setText(next);
          if (isDone) transact.reset();
        }}
        unit={symbol}
        max={most}
        maxLabel="At most"
        error={refusal}
      />
      {move && (
        <>
          <BurnedAmounts
            {...{ snapshot, token, position }}
            amount={amount}
            shares={move.shares}
            left={{ staked: position.staked - amount, held: held - move.shares }}
          />
          <LeaveChanges {...{ snapshot, token, move }} />
        </>
      )}
      <TransactPanel
        transact={transact}
        plan={move && leavePlan({ snapshot, termsNumber: terms.number, move, settlement: deployment?.settlement })}
        obstacle={refusal === undefined ? `Enter how many ${symbol} you take back.` : "Correct the amount first."}
      >
        {move ? `Take back ${formatAmount(amount)} ${symbol}` : "Take back"}
      </TransactPanel>
    </form>
  );
}

function LeaveChanges(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly move: LeaveMove;
}): ReactNode {
  const { snapshot, token, move } = props;
  const { network, member, account, receiver, amount, shares } = move;
  const preview = useMemo(
    () => previewLeave(snapshot, { network, member, account, receiver, amount, shares }),
    [snapshot, network, member, account, receiver, amount, shares],
  );
  const known = snapshot.tokens.get(member);
  return <ShareChanges token={token} member={known?.person === account ? undefined : known?.name} preview={preview} />;
}
