import { type ReactNode, useEffect, useState } from "react";
import { formatUnits } from "viem";
import { findHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { type FoundingView, stakesToCome } from "../model/founding-view.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import { maxSupplyAfter } from "../model/stake-steps.ts";
import { refuseAmount, sharesFor, type TermsView } from "../model/terms-view.ts";
import { ReceiverChoice } from "./receiver-choice.tsx";
import { StakeAmounts } from "./stake-amounts.tsx";
import { StakeChanges } from "./stake-changes.tsx";
import { Staked, TermsClosed } from "./stake-notices.tsx";
import { StakeRun } from "./stake-run.tsx";
import { useStakeProgress } from "./use-stake-progress.ts";

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
  const progress = useStakeProgress(transact);
  const { staked } = progress;
  useEffect(() => {
    if (staked !== undefined && !terms.founding) setText("");
  }, [staked, terms.founding]);
  const balance = findHolding(snapshot, terms.member, account)?.balance ?? 0n;
  const { amount, refusal } = readStake(view, symbol, balance, text);
  // A founder stakes once: the terms, read a moment later, must not offer it again.
  if (staked !== undefined && terms.founding) return <Staked move={staked} symbol={symbol} token={token} />;
  if (view.state !== "usable") return <TermsClosed view={view} />;

  const own = snapshot.accounts.get(account)?.personalToken;
  const shares = sharesFor(amount, terms.rate);
  const move: StakeMove = {
    network: token.address,
    member: terms.member,
    account,
    to: toTreasury && own !== undefined ? own : account,
    amount,
    shares,
  };
  const missing = stakesToCome(founding, token.address, account);
  const ready = refusal === undefined && amount > 0n;
  return (
    <div className="grid gap-4">
      <StakeAmounts
        snapshot={snapshot}
        token={token}
        view={view}
        balance={balance}
        text={text}
        onTextChange={setText}
        shares={shares}
        refusal={refusal}
      />
      {own !== undefined && (
        <ReceiverChoice
          owner={snapshot.tokens.get(own)?.name ?? symbol}
          unit={token.symbol}
          toTreasury={toTreasury}
          onChange={setToTreasury}
        />
      )}
      {ready && (
        <>
          <StakeChanges snapshot={snapshot} token={token} move={move} missing={missing} lockup={terms.lockup} />
          <StakeRun
            snapshot={snapshot}
            terms={terms}
            move={move}
            maxNetworkSupply={maxSupplyAfter(token.totalSupply, shares, missing)}
            transact={transact}
            progress={progress}
          />
        </>
      )}
      {staked !== undefined && <Staked move={staked} symbol={symbol} token={token} />}
    </div>
  );
}

/** The amount as typed, and why it can't be staked; nothing is said while nothing is typed. */
function readStake(view: TermsView, symbol: string, balance: bigint, text: string) {
  const parsed = parseAmount(text, 18);
  if (parsed.ok) return { amount: parsed.value, refusal: refuseAmount(view, symbol, balance, parsed.value) };
  return { amount: 0n, refusal: text === "" ? undefined : parsed.reason };
}
