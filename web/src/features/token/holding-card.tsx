import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { personalTokenAbi } from "../../chain/contracts.ts";
import { Amount } from "../../components/amount.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Share } from "../../components/share.tsx";
import { Term } from "../../components/term.tsx";
import { claimableOfHolding, findHolding } from "../../data/claimables.ts";
import { ownersOf } from "../../data/owners.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";
import { formatAmount } from "../../lib/format.ts";
import type { TransactPlan } from "../transact/plan/transact-plan.ts";
import { TransactPanel } from "../transact/transact-panel.tsx";
import { transactRequest } from "../transact/transact-request.ts";
import { TransactStatus } from "../transact/transact-status.tsx";
import { useTransact } from "../transact/use-transact.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import { SendDialog } from "./send/send-dialog.tsx";

/** What the connected account has of a token, and what it can claim of it; nothing without either. */
export function HoldingCard(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const { address: account } = useWallet();
  const transact = useTransact(`claim:${token.address}`);
  const [sending, setSending] = useState(false);
  const owner = useMemo(
    () => ownersOf(snapshot, token.address).rows.find(({ address }) => address === account),
    [snapshot, token.address, account],
  );
  const holding = account && findHolding(snapshot, token.address, account);
  const due = holding ? claimableOfHolding(snapshot, holding) : 0n;
  // Who sends or claims the last of it reads here what came of that.
  const acting = sending || transact.state.name !== "idle";
  if (account === undefined || (owner === undefined && due === 0n && !acting)) return null;
  const { currencySymbol, decimals } = snapshot.protocol;
  const figure = `${formatAmount(due, { decimals })} ${currencySymbol}`;
  return (
    <Card title="You" acts={due > 0n}>
      <dl className="grid gap-2 text-table">
        <Term label="You hold directly">
          <Amount wei={owner?.balance ?? 0n} unit={token.symbol} />
        </Term>
        <Term label="Your part directly">
          <Share value={owner?.direct ?? 0} />
        </Term>
        <Term label="Your part in the end">
          <Share value={owner?.inTheEnd ?? 0} />
        </Term>
        <Term label="Due to you here">
          <Amount wei={due} unit={currencySymbol} decimals={decimals} money={due > 0n} />
        </Term>
      </dl>
      <div className="mt-4 grid gap-3">
        {due > 0n ? (
          <TransactPanel transact={transact} plan={claimPlan(token, account, figure)}>
            Claim {figure}
          </TransactPanel>
        ) : (
          <TransactStatus state={transact.state} />
        )}
        {(owner?.balance ?? 0n) > 0n && <Button onClick={() => setSending(true)}>Send {token.symbol}</Button>}
        <SendDialog {...{ snapshot, token, account }} open={sending} onOpenChange={setSending} />
        <p className="text-note text-ink-3">
          What is still on its way to you through others is collected in{" "}
          <Link to="/portfolio" search={{}} className="font-semibold text-ink underline underline-offset-3">
            your portfolio
          </Link>
          .
        </p>
      </div>
    </Card>
  );
}

function claimPlan(token: TokenInfo, account: Address, figure: string): TransactPlan {
  return {
    title: `Claim ${figure} from ${token.symbol}`,
    done: `You claimed ${figure}.`,
    steps: [
      {
        key: "claim",
        title: `claim ${figure}`,
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "claim",
          args: [account],
        }),
      },
    ],
  };
}
