import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type ReactNode, useEffect, useMemo } from "react";
import { useConfig } from "wagmi";
import { deployment } from "../../../chain/contracts.ts";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { allowanceQueryOptions, mayHoldQueryOptions } from "../../../data/allowance.ts";
import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";
import { explainError } from "../../transact/explain-error.ts";
import { TransactButton } from "../../transact/transact-button.tsx";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useAutoCheck } from "../../transact/use-auto-check.ts";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import { type StakeStep, stakeSteps } from "../model/stake-steps.ts";

interface StakeRunProps {
  readonly snapshot: OwnershipSnapshot;
  readonly terms: OfferedTerms;
  readonly move: StakeMove;
  readonly maxNetworkSupply: bigint;
  readonly onStaked: () => void;
}

/** The signatures of a stake, one after the other: "1 of 2: allow exactly 200,000 CLEO". */
export function StakeRun({ snapshot, terms, move, maxNetworkSupply, onStaked }: StakeRunProps): ReactNode {
  const config = useConfig();
  const allowance = useQuery(allowanceQueryOptions(config, terms.member, move.account, move.network));
  const isPerson = snapshot.tokens.get(terms.member)?.kind === "person";
  const mayHold = useQuery({ ...mayHoldQueryOptions(config, terms.member, move.network), enabled: isPerson });
  const failed = allowance.error ?? mayHold.error;
  if (failed)
    return (
      <Notice tone="bad" title={explainError(failed).title}>
        {explainError(failed).next}
      </Notice>
    );
  if (allowance.data === undefined || (isPerson && mayHold.data === undefined)) return <Skeleton className="h-24" />;
  const allowed = mayHold.data ?? true;
  if (!allowed && snapshot.tokens.get(terms.member)?.person !== move.account) {
    return (
      <Notice tone="bad" title={`${displayName(snapshot, terms.member)} chooses who may hold`}>
        Only the person can let this network hold these shares. Ask for it first.
      </Notice>
    );
  }
  const steps = stakeSteps({
    snapshot,
    network: move.network,
    terms,
    amount: move.amount,
    shares: move.shares,
    to: move.to,
    maxNetworkSupply,
    allowance: allowance.data,
    mayHold: allowed,
    settlement: deployment?.settlement,
  });
  const current = steps.findIndex(({ done }) => !done);
  const step = steps[current];
  if (step === undefined) return null;
  return (
    <div className="grid gap-3">
      <StepList steps={steps} current={current} />
      <StepAct
        key={step.key}
        step={step}
        label={steps.length === 1 ? step.title : `${current + 1} of ${steps.length}: ${step.title}`}
        onDone={step.key === "stake" ? onStaked : undefined}
      />
    </div>
  );
}

function StepList({ steps, current }: { readonly steps: readonly StakeStep[]; readonly current: number }): ReactNode {
  return (
    <ol className="grid gap-2 text-note">
      {steps.map((step, index) => (
        <li key={step.key} aria-current={index === current ? "step" : undefined} className="flex gap-2.5">
          <span
            className={`grid size-5.5 shrink-0 place-items-center rounded-full text-label font-semibold ${index === current ? "bg-action text-on-action" : "bg-inset text-ink-2"}`}
          >
            {step.done ? <Check size={14} strokeWidth={2} aria-label="done" /> : index + 1}
          </span>
          <span className={index === current ? "" : "text-ink-3"}>
            <span className="font-semibold first-letter:uppercase">{step.title}</span>
            {step.why && <span className="block text-ink-3">{step.why}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface StepActProps {
  readonly step: StakeStep;
  readonly label: string;
  readonly onDone: (() => void) | undefined;
}

function StepAct({ step, label, onDone }: StepActProps): ReactNode {
  const transact = useTransact();
  const { address: account } = useWallet();
  // The steps are made anew with every block; a request that says the same is the same.
  const identity = JSON.stringify(step.request.args, (_, value) => (typeof value === "bigint" ? String(value) : value));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `identity` stands for the request
  const request = useMemo(() => step.request, [identity]);
  useAutoCheck(transact, request, account);
  const done = transact.state.name === "indexed";
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is done
  useEffect(() => {
    if (done) onDone?.();
  }, [done]);
  return (
    <>
      <TransactButton transact={transact} request={request} className="w-full">
        <span className="inline-block first-letter:uppercase">{label}</span>
      </TransactButton>
      <TransactStatus state={transact.state} done="Done" />
    </>
  );
}
