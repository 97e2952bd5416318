import { type ReactNode, useEffect, useState } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import type { TransactRequest } from "../../transact/transact-request.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { type Transact, useTransact } from "../../transact/use-transact.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { ClaimOutcome } from "./claim-outcome.tsx";
import { PlanPaths } from "./plan-paths.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { PlanTerms } from "./plan-terms.tsx";
import { useClaimPlan } from "./use-claim-plan.ts";

interface DueCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly account: Address;
  /** Whether it is the connected account. */
  readonly own: boolean;
}

/** What is due to an account, how it is collected, and the one signature that does it. */
export function DueCard({ snapshot, account, own }: DueCardProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const { plan, request, feeError } = useClaimPlan(snapshot, account);
  const transact = useTransact(`settle:${account}`);
  const sent = useSent(transact, plan?.quote);
  const name = displayName(snapshot, account);
  const isDue = plan !== undefined && plan.quote > 0n;
  const figure = `${formatAmount(plan?.quote ?? 0n, { decimals })} ${unit}`;
  return (
    <Card acts className="grid gap-5">
      <div>
        <h2 className="font-sans text-label font-normal tracking-normal text-ink-3">
          <Explain term={own ? "Due to you" : `Due to ${name}`}>
            Claimable: what came in anywhere and belongs to this account, collected along all ways and around all
            circles, and not paid out yet.
          </Explain>
        </h2>
        {plan === undefined ? (
          <Skeleton className="mt-2 h-12 w-56" />
        ) : (
          <p className="figures mt-1 font-display text-title font-semibold">
            <Amount wei={plan.quote} unit={unit} decimals={decimals} className={isDue ? "text-money" : ""} />
          </p>
        )}
        {plan !== undefined && !isDue && (
          <NothingDue plan={plan} name={own ? undefined : name} protocol={snapshot.protocol} />
        )}
      </div>
      {isDue && (
        <>
          <PlanTerms plan={plan} protocol={snapshot.protocol} feeError={feeError} />
          <div className="grid gap-3">
            <TransactPanel
              transact={transact}
              plan={request && collectPlan(request, figure, own ? undefined : name)}
              buttonClass="w-full sm:w-auto sm:justify-self-start"
            >
              Claim {figure}
              {own ? "" : ` for ${name}`}
            </TransactPanel>
            {!own && <p className="text-note text-ink-3">Anyone may send this; only {name} is paid.</p>}
          </div>
        </>
      )}
      {!isDue && <TransactStatus state={transact.state} />}
      {sent !== undefined && (
        <ClaimOutcome hash={sent.hash} quote={sent.quote} account={account} protocol={snapshot.protocol} own={own} />
      )}
      {isDue && (
        <>
          <PlanPaths snapshot={snapshot} plan={plan} own={own} />
          <PlanSteps snapshot={snapshot} plan={plan} own={own} />
        </>
      )}
    </Card>
  );
}

/** The one call that collects, in words. `name` is whose it is, undefined for the connected account's own. */
function collectPlan(request: TransactRequest, figure: string, name: string | undefined): TransactPlan {
  return {
    title: name === undefined ? `Claim ${figure}` : `Claim ${figure} for ${name}`,
    done: name === undefined ? `You claimed ${figure}.` : `You claimed ${figure} for ${name}.`,
    steps: [{ key: "settle", title: `claim ${figure}`, request }],
  };
}

interface NothingDueProps {
  readonly plan: ClaimPlan;
  /** Undefined for the connected account. */
  readonly name: string | undefined;
  readonly protocol: OwnershipSnapshot["protocol"];
}

function NothingDue({ plan, name, protocol }: NothingDueProps): ReactNode {
  const { decimals, currencySymbol } = protocol;
  return (
    <p className="mt-2 max-w-[54ch] text-table text-ink-2">
      {plan.left > 0n
        ? `Nothing that is worth its network fee: at most ${formatAmount(plan.left, { decimals })} ${currencySymbol} waits on its way. `
        : "Nothing is due now. "}
      When somebody in whom {name === undefined ? "you own" : `${name} owns`} a part realizes a gain,{" "}
      {name === undefined ? "your" : "their"} part of it stands here.
    </p>
  );
}

interface Sent {
  readonly hash: `0x${string}`;
  /** What was quoted when it was signed, in wei of the currency. */
  readonly quote: bigint;
}

/** Keeps what was quoted when a claim was sent, until it is in a block and after. */
function useSent({ state }: Transact, quote: bigint | undefined): Sent | undefined {
  const [pending, setPending] = useState<Sent>();
  const hash = state.name === "pending" ? state.hash : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the quote of the moment it was sent
  useEffect(() => {
    if (hash !== undefined && quote !== undefined) setPending({ hash, quote });
  }, [hash]);
  return state.name === "confirmed" || state.name === "indexed" ? pending : undefined;
}
