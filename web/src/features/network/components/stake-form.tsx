import { type ReactNode, useState } from "react";
import { formatUnits } from "viem";
import { Notice } from "../../../components/notice.tsx";
import { findHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { type FoundingView, stakesToCome } from "../model/founding-view.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import { maxSupplyAfter } from "../model/stake-steps.ts";
import { refuseAmount, sharesFor, type TermsView } from "../model/terms-view.ts";
import { ReceiverChoice } from "./receiver-choice.tsx";
import { StakeAmounts } from "./stake-amounts.tsx";
import { StakeChanges } from "./stake-changes.tsx";
import { StakeRun } from "./stake-run.tsx";

interface StakeFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly view: TermsView;
  readonly founding: FoundingView;
  readonly account: Address;
}

/** One stake: amount, receiver, what changes, then the signatures. */
export function StakeForm({ snapshot, token, view, founding, account }: StakeFormProps): ReactNode {
  const { terms } = view;
  const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
  const [text, setText] = useState(terms.founding ? formatUnits(terms.cap, 18) : "");
  const [toTreasury, setToTreasury] = useState(false);
  const [staked, setStaked] = useState<StakeMove>();
  const balance = findHolding(snapshot, terms.member, account)?.balance ?? 0n;
  const parsed = parseAmount(text, 18);
  const amount = parsed.ok ? parsed.value : 0n;
  const refusal = parsed.ok ? refuseAmount(view, symbol, balance, amount) : text === "" ? undefined : parsed.reason;
  if (staked !== undefined && view.state !== "usable") return <Staked move={staked} symbol={symbol} token={token} />;
  if (view.state !== "usable") return <Notice title="These terms can’t be used">{view.reason}</Notice>;

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
            onStaked={() => {
              setStaked(move);
              if (!terms.founding) setText("");
            }}
          />
        </>
      )}
      {staked !== undefined && <Staked move={staked} symbol={symbol} token={token} />}
    </div>
  );
}

function Staked(props: { readonly move: StakeMove; readonly symbol: string; readonly token: TokenInfo }): ReactNode {
  const { move, symbol, token } = props;
  return (
    <Notice tone="good" title="Staked" live>
      You handed over {formatAmount(move.amount)} {symbol} and received {formatAmount(move.shares)} {token.symbol}
      {move.to === move.account ? " in your wallet." : " in the treasury of your token."}
    </Notice>
  );
}
