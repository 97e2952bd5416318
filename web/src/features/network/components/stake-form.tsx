import { type ReactNode, useEffect, useState } from "react";
import { formatUnits } from "viem";
import { findHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatSigned } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { Effects } from "../../effects/effects.tsx";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import type { Transact } from "../../transact/use-transact.ts";
import { type FoundingView, stakesToCome } from "../model/founding-view.ts";
import { maxSupplyAfter } from "../model/stake-plan.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import { refuseAmount, sharesFor, type TermsView } from "../model/terms-view.ts";
import { ReceiverChoice } from "./receiver-choice.tsx";
import { StakeAmounts } from "./stake-amounts.tsx";
import { StakeChanges } from "./stake-changes.tsx";
import { useStakePlan } from "./use-stake-plan.ts";

interface StakeFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly view: TermsView;
  readonly founding: FoundingView;
  readonly account: Address;
  readonly transact: Transact;
}

/** One stake: amount, receiver, what changes, then the signatures. */
export function StakeForm({ snapshot, token, view, founding, account, transact }: StakeFormProps): ReactNode {
  const { terms } = view;
  const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
  const [text, setText] = useState(terms.founding ? formatUnits(terms.cap, 18) : "");
  const [toTreasury, setToTreasury] = useState(false);
  const isDone = transact.state.name === "indexed";
  useEffect(() => {
    // What was staked must not be staked again by a second press.
    if (isDone && !terms.founding) setText("");
  }, [isDone, terms.founding]);
  const balance = findHolding(snapshot, terms.member, account)?.balance ?? 0n;
  const { amount, refusal } = readStake(view, symbol, balance, text);
  const own = snapshot.accounts.get(account)?.personalToken;
  const shares = sharesFor(amount, terms.rate);
  const missing = stakesToCome(founding, token.address, account);
  const move: StakeMove | undefined =
    refusal === undefined && amount > 0n
      ? {
          network: token.address,
          member: terms.member,
          account,
          to: toTreasury && own !== undefined ? own : account,
          amount,
          shares,
        }
      : undefined;
  const { plan, obstacle } = useStakePlan({
    snapshot,
    terms,
    move,
    maxNetworkSupply: maxSupplyAfter(token.totalSupply, shares, missing),
  });
  const edit = (change: () => void): void => {
    change();
    if (isDone) transact.reset();
  };
  return (
    <div className="grid gap-4">
      <StakeAmounts
        snapshot={snapshot}
        token={token}
        view={view}
        balance={balance}
        text={text}
        onTextChange={(next) => edit(() => setText(next))}
        shares={shares}
        refusal={refusal}
      />
      {own !== undefined && (
        <ReceiverChoice
          owner={snapshot.tokens.get(own)?.name ?? symbol}
          unit={token.symbol}
          toTreasury={toTreasury}
          onChange={(next) => edit(() => setToTreasury(next))}
        />
      )}
      {move && <StakeChanges snapshot={snapshot} token={token} move={move} missing={missing} lockup={terms.lockup} />}
      {/* While founders are missing, what one of them changes alone says little: the column “all in” above says more. */}
      {move && missing.length === 0 && (
        <Effects
          snapshot={snapshot}
          account={account}
          question={{ kind: "stake", request: { ...stakeOf(move), rate: terms.rate } }}
        />
      )}
      <TransactPanel
        transact={transact}
        plan={plan}
        obstacle={
          obstacle ?? (refusal === undefined ? `Enter how many ${symbol} you stake.` : "Correct the amount first.")
        }
      >
        {amount > 0n ? `Stake ${formatSigned(amount)} ${symbol}` : "Stake"}
      </TransactPanel>
    </div>
  );
}

function stakeOf({ network, member, account, to, amount }: StakeMove) {
  return { network, member, account, to, amount };
}

/** The amount as typed, and why it can't be staked; nothing is said while nothing is typed. */
function readStake(view: TermsView, symbol: string, balance: bigint, text: string) {
  const parsed = parseAmount(text, 18, { max: balance < view.left ? balance : view.left, unit: symbol });
  if (parsed.ok) return { amount: parsed.value, refusal: refuseAmount(view, symbol, balance, parsed.value) };
  return { amount: 0n, refusal: text === "" ? undefined : parsed.reason };
}
