import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { requireDeployment } from "../../../chain/contracts.ts";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Solving } from "../../../components/solving.tsx";
import { mayBeDue } from "../../../data/claimables.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { classNames } from "../../../lib/class-names.ts";
import { formatAmount } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { useHeld } from "../../token/use-held.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { isBusy } from "../../transact/transact-state.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { settleSteps } from "../model/settle-steps.ts";
import { ClaimOutcome } from "./claim-outcome.tsx";
import { PlanPaths } from "./plan-paths.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { PlanTerms } from "./plan-terms.tsx";
import { useClaimPlan } from "./use-claim-plan.ts";
import { useSentClaim } from "./use-sent-claim.ts";

interface DueCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly account: Address;
  /** Whether it is the connected account. */
  readonly own: boolean;
}

/** What is due to an account, how it is collected, and the one signature that does it. */
export function DueCard({ snapshot: latest, account, own }: DueCardProps): ReactNode {
  const transact = useTransact(`settle:${account}`);
  const planned = useClaimPlan(latest, account);
  const { snapshot, plan, error, feeError } = useHeld({ snapshot: latest, ...planned }, isBusy(transact.state));
  const { protocol } = snapshot;
  const { currencySymbol: unit, decimals } = protocol;
  const sent = useSentClaim(transact, plan);
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
        {plan !== undefined ? (
          <p className="figures mt-1 font-display text-title font-semibold">
            <Amount wei={plan.quote} unit={unit} decimals={decimals} className={isDue ? "text-money" : ""} />
          </p>
        ) : error ? (
          <p className="mt-2 text-table text-bad">How it is collected can’t be worked out now. Reload the page.</p>
        ) : (
          // As high as what mostly comes, so that what stands below stays there.
          <div className={classNames("mt-2 max-w-56", mayBeDue(snapshot, account) ? "min-h-[36rem]" : "min-h-25")}>
            <Solving block={snapshot.block} className="h-12" />
          </div>
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
              plan={settleSteps({
                plan,
                protocol,
                settlement: requireDeployment().settlement,
                name: own ? undefined : name,
              })}
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
        <ClaimOutcome hashes={sent.hashes} quote={sent.quote} account={account} protocol={protocol} own={own} />
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

interface NothingDueProps {
  readonly plan: ClaimPlan;
  /** Undefined for the connected account. */
  readonly name: string | undefined;
  readonly protocol: OwnershipSnapshot["protocol"];
}

function NothingDue({ plan, name, protocol }: NothingDueProps): ReactNode {
  const { currency, decimals, currencySymbol } = protocol;
  const worth = currency === zeroAddress ? "its network fee" : "a step";
  return (
    <p className="mt-2 max-w-[54ch] text-table text-ink-2">
      {plan.left > 0n
        ? `Nothing that is worth ${worth}: at most ${formatAmount(plan.left, { decimals })} ${currencySymbol} waits on its way. `
        : "Nothing is due now. "}
      When somebody in whom {name === undefined ? "you own" : `${name} owns`} a part realizes a gain,{" "}
      {name === undefined ? "your" : "their"} part of it stands here.
    </p>
  );
}
