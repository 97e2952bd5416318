import type { ReactNode } from "react";
import { deployment } from "../../../chain/contracts.ts";
import { findHolding } from "../../../data/claimables.ts";
import type { Position } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import type { Transact } from "../../transact/use-transact.ts";
import type { FoundingView } from "../model/founding-view.ts";
import { leavePlan } from "../model/leave-plan.ts";
import type { LeaveMove } from "../model/leave-preview.ts";
import type { TakeBack } from "../model/way-out.ts";
import { BurnedAmounts } from "./burned-amounts.tsx";

interface TakeBackFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly founding: FoundingView;
  readonly account: Address;
  readonly position: Position;
  readonly takeBack: TakeBack;
  readonly transact: Transact;
}

/** A founder's whole stake comes back from a network whose founding failed. */
export function TakeBackForm(props: TakeBackFormProps): ReactNode {
  const { snapshot, token, founding, account, position, takeBack, transact } = props;
  const symbol = snapshot.tokens.get(position.member)?.symbol ?? "shares";
  const { number, amount, shares } = takeBack;
  const held = findHolding(snapshot, token.address, position.account)?.balance ?? 0n;
  const enough = held >= shares;
  const move: LeaveMove = {
    network: token.address,
    member: position.member,
    account,
    receiver: position.account,
    amount,
    shares,
  };
  return (
    <div className="grid gap-4">
      <p className="text-note text-ink-2">
        The founding failed, so your stake comes back whole, for exactly the {token.symbol} that you received. You can
        do it until {formatDate(founding.takeBackUntil, { time: true })}, and after that only as long as nothing was
        ever put to the vote.
      </p>
      <BurnedAmounts
        {...{ snapshot, token, position, amount, shares }}
        left={{ staked: position.staked - amount, held: enough ? held - shares : 0n }}
      />
      <TransactPanel
        transact={transact}
        plan={
          enough ? leavePlan({ snapshot, termsNumber: number, move, settlement: deployment?.settlement }) : undefined
        }
        obstacle={`For it ${formatAmount(shares)} ${token.symbol} are burned, and ${formatAmount(held)} are there. Get the others back first.`}
      >
        Take back {formatAmount(amount)} {symbol}
      </TransactPanel>
    </div>
  );
}
