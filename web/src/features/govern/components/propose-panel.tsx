import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { voterQueryOptions } from "../../../data/governance/governance.ts";
import type { NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { useChainTime } from "../../token/use-chain-time.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { effectiveThreshold } from "../model/threshold.ts";

/** The end of every form that puts something to the vote: it takes enough votes to propose. */
export function ProposePanel(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  /** The form's own name, as for `useTransact`. */
  readonly form: string;
  /** What would be proposed by `account` at the Unix time `now`; undefined while the form is not complete. */
  readonly planFor: ((account: Address, now: number) => TransactPlan) | undefined;
  /** Why the form is not complete. */
  readonly obstacle: string;
}): ReactNode {
  const { snapshot, network, governance, form, planFor, obstacle } = props;
  const { address: account } = useWallet();
  const now = useChainTime(snapshot);
  const transact = useTransact(form);
  const voter = useQuery({
    ...voterQueryOptions(network.address, account ?? zeroAddress),
    enabled: account !== undefined,
  }).data;
  const needed = effectiveThreshold(governance);
  const tooFew = voter !== undefined && voter.votes < needed;
  return (
    <TransactPanel
      transact={transact}
      plan={account && voter && !tooFew ? planFor?.(account, now) : undefined}
      obstacle={
        tooFew
          ? `Proposing takes ${formatAmount(needed)} votes of ${network.symbol}; you have ${formatAmount(voter.votes)}.`
          : planFor
            ? "Reading how many votes you have."
            : obstacle
      }
    >
      Put it to the vote
    </TransactPanel>
  );
}
