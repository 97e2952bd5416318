import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { CastVote, NetworkGovernance, Proposal } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import type { ProposalState } from "../model/proposal-state.ts";
import { executePlan, SUPPORT_WORDS, withdrawPlan } from "../model/vote-plans.ts";
import { VoteForm } from "./vote-form.tsx";

interface ProposalActsProps {
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  readonly proposal: Proposal;
  readonly state: ProposalState;
  /** How the connected account voted; undefined if it did not. */
  readonly cast: CastVote | undefined;
}

/** What can be done about a proposal now: vote, put it into force, or withdraw it. */
export function ProposalActs(props: ProposalActsProps): ReactNode {
  const { address: account } = useWallet();
  const { state, cast, network, proposal } = props;
  if (state === "succeeded") return <Execute {...props} />;
  if (cast) {
    return (
      <p className="text-note text-ink-2">
        You voted {SUPPORT_WORDS[cast.support]}, with <Amount wei={cast.weight} unit={network.symbol} />.
      </p>
    );
  }
  if (state === "pending") {
    return account === proposal.proposer ? (
      <Withdraw {...props} />
    ) : (
      <p className="text-note text-ink-2">Who votes with how much is settled when the vote opens.</p>
    );
  }
  if (state !== "active") return null;
  if (account === undefined) return <p className="text-note text-ink-2">Connect a wallet to vote.</p>;
  return <Vote {...props} account={account} />;
}

function Vote(props: ProposalActsProps & { readonly account: Address }) {
  const { network, governance, proposal, account } = props;
  return <VoteForm key={account} network={network} governance={governance} proposal={proposal} account={account} />;
}

function Execute({ governance, proposal }: ProposalActsProps) {
  const transact = useTransact(`execute:${proposal.id}`);
  return (
    <TransactPanel transact={transact} plan={executePlan(governance.governor, proposal)}>
      Put it into force
    </TransactPanel>
  );
}

function Withdraw({ governance, proposal }: ProposalActsProps) {
  const transact = useTransact(`withdraw:${proposal.id}`);
  return (
    <TransactPanel transact={transact} plan={withdrawPlan(governance.governor, proposal)} variant="secondary">
      Withdraw your proposal
    </TransactPanel>
  );
}
