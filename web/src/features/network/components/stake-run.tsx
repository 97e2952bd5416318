import { useQuery } from "@tanstack/react-query";
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
import { isBusy } from "../../transact/transact-state.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useAutoCheck } from "../../transact/use-auto-check.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { joinSteps } from "../model/join-steps.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import { type StakeStep, stakeSteps } from "../model/stake-steps.ts";
import { StepList } from "./step-list.tsx";
import type { StakeProgress } from "./use-stake-progress.ts";

interface StakeRunProps {
  readonly snapshot: OwnershipSnapshot;
  readonly terms: OfferedTerms;
  readonly move: StakeMove;
  readonly maxNetworkSupply: bigint;
  readonly transact: Transact;
  readonly progress: StakeProgress;
}

/** The signatures of a stake, one after the other: "1 of 2: allow exactly 200,000 CLEO". */
export function StakeRun({ snapshot, terms, move, maxNetworkSupply, transact, progress }: StakeRunProps): ReactNode {
  const config = useConfig();
  const allowance = useQuery(allowanceQueryOptions(config, terms.member, move.account, move.network));
  const isPerson = snapshot.tokens.get(terms.member)?.kind === "person";
  const mayHold = useQuery({ ...mayHoldQueryOptions(config, terms.member, move.network), enabled: isPerson });
  const failed = allowance.error ?? mayHold.error;
  if (failed) {
    const why = explainError(failed);
    return (
      <Notice tone="bad" title={why.title}>
        {why.detail} {why.next}
      </Notice>
    );
  }
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
  return <Steps steps={joinSteps(progress.past, steps)} move={move} transact={transact} progress={progress} />;
}

interface StepsProps {
  readonly steps: readonly StakeStep[];
  readonly move: StakeMove;
  readonly transact: Transact;
  readonly progress: StakeProgress;
}

function Steps({ steps, move, transact, progress }: StepsProps): ReactNode {
  const { address: account } = useWallet();
  const current = progress.sent ?? steps.find(({ done }) => !done);
  // The steps are made anew with every block; a request that says the same is the same.
  const identity = current && `${current.key} ${JSON.stringify(current.request.args, writeBigInt)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `identity` stands for the request
  const request = useMemo(() => current?.request, [identity]);
  useAutoCheck(transact, request, account);
  // Not only while the wallet asks: a wallet that signs by itself may never be seen asking.
  const busy = isBusy(transact.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: noted once, when it is on its way
  useEffect(() => {
    if (busy && current !== undefined) progress.noteSent(current, move);
  }, [busy]);
  if (current === undefined) return null;
  const number = steps.findIndex(({ key }) => key === current.key) + 1;
  return (
    <div className="grid gap-3">
      <StepList steps={steps} current={current} />
      <TransactButton transact={transact} request={request} className="w-full">
        {number} of {steps.length}: {current.title}
      </TransactButton>
      <TransactStatus state={transact.state} done="Done" />
    </div>
  );
}

function writeBigInt(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
