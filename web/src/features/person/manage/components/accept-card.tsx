import type { ReactNode } from "react";
import { Amount } from "../../../../components/amount.tsx";
import { Card } from "../../../../components/card.tsx";
import { Notice } from "../../../../components/notice.tsx";
import { Share } from "../../../../components/share.tsx";
import { Term } from "../../../../components/term.tsx";
import { findHolding } from "../../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import type { PersonRecord } from "../../../../data/person.ts";
import type { Address } from "../../../../lib/address.ts";
import { shareOf } from "../../../../lib/share-of.ts";
import { useHeld } from "../../../token/use-held.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { isBusy } from "../../../transact/transact-state.ts";
import { TransactStatus } from "../../../transact/transact-status.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import { acceptPlan } from "../model/control-plans.ts";
import { WhatMoves } from "./what-moves.tsx";

interface AcceptCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: PersonRecord;
  readonly account: Address;
}

/** For who the token is offered to: what it is, what goes over, and the button that takes it. Nothing for all others. */
export function AcceptCard(props: AcceptCardProps): ReactNode {
  const { account, record } = props;
  const transact = useTransact(`accept:${props.token.address}`);
  const { token, snapshot } = useHeld(props, isBusy(transact.state));
  const offered = record.pendingPerson === account;
  if (!offered && transact.state.name === "idle") return null;
  const open = offered || isBusy(transact.state);
  const own = snapshot.accounts.get(account)?.personalToken;
  const held = findHolding(snapshot, token.address, account)?.balance ?? 0n;
  return (
    <Card
      title={open ? `${token.name} is offered to you` : `You took over ${token.name}`}
      lead="Who takes it over is this person from then on."
      acts
    >
      {open ? (
        <div className="grid gap-4">
          <dl className="grid gap-1.5 text-table">
            <Term label="Shares in all">
              <Amount wei={token.totalSupply} unit={token.symbol} />
            </Term>
            <Term label="Of them you hold">
              <Share value={shareOf(held, token.totalSupply)} />
            </Term>
            <Term label="Holders">{token.holderCount}</Term>
          </dl>
          <WhatMoves />
          {own === undefined ? (
            <TransactPanel transact={transact} plan={acceptPlan(token)}>
              Take over {token.symbol}
            </TransactPanel>
          ) : (
            <Notice tone="bad" title="Your wallet has a token already">
              One wallet stands for one person. Ask for the offer to be made to another wallet of yours.
            </Notice>
          )}
        </div>
      ) : (
        <TransactStatus state={transact.state} />
      )}
    </Card>
  );
}
