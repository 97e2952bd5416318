import type { ReactNode } from "react";
import { deployment } from "../../../chain/contracts.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { collectableBy, collectStep } from "./collect-step.ts";

interface CollectPanelProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
}

/** For anybody: collects what is due to a treasury, for all who own a part of the token. Nothing while nothing is due. */
export function CollectPanel({ snapshot, token }: CollectPanelProps): ReactNode {
  const transact = useTransact(`collect:${token.address}`);
  const plan = collectPlan(snapshot, token);
  if (plan === undefined && transact.state.name === "idle") return null;
  const { decimals, currencySymbol } = snapshot.protocol;
  const { total } = collectableBy(snapshot, token.address);
  return (
    <div className="grid gap-3 border-t border-line px-4 py-4 sm:px-6">
      {plan === undefined ? (
        <TransactStatus state={transact.state} />
      ) : (
        <TransactPanel transact={transact} plan={plan} variant="secondary" buttonClass="justify-self-start">
          Collect {formatAmount(total, { decimals })} {currencySymbol} for {token.symbol}
        </TransactPanel>
      )}
    </div>
  );
}

function collectPlan(snapshot: OwnershipSnapshot, token: TokenInfo): TransactPlan | undefined {
  const step = collectStep({
    snapshot,
    holder: token.address,
    settlement: deployment?.settlement,
    title: (figure) => `collect ${figure} for ${token.symbol}`,
    why: `It is divided among everybody who owns a part of ${token.name}. You pay the network fee alone.`,
  });
  return (
    step && { title: `Collect what is due to the treasury of ${token.symbol}`, done: "It is collected.", steps: [step] }
  );
}
