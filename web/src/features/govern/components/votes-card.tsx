import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { zeroAddress } from "viem";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { governanceQueryOptions, voterQueryOptions } from "../../../data/governance/governance.ts";
import type { Application, NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatCount } from "../../../lib/format.ts";
import { explainError } from "../../transact/explain-error.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { OPEN_STATES, proposalState } from "../model/proposal-state.ts";
import { ApplicationItem } from "./application-item.tsx";
import { DelegateForm } from "./delegate-form.tsx";
import { ProposalItem } from "./proposal-item.tsx";
import { SponsorDialog } from "./sponsor-dialog.tsx";

interface VotesCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  /** Unix time. */
  readonly now: number;
}

/** Who would come in, what members vote on, and how earlier votes ended. */
export function VotesCard(props: VotesCardProps): ReactNode {
  const { network } = props;
  const governance = useQuery(governanceQueryOptions(network.address));
  return (
    <Card
      title="Applications and votes"
      lead="Members decide who comes in, on which terms. Nobody’s shares can be moved by a vote."
      actions={
        network.founded && (
          <Link to="/network/$address/apply" params={{ address: network.address }} className={buttonClass("secondary")}>
            Apply
          </Link>
        )
      }
      flush
    >
      {governance.isError ? (
        <div className="p-4 sm:p-6">
          <Notice tone="bad" title={explainError(governance.error).title} />
        </div>
      ) : governance.data ? (
        <Votes {...props} governance={governance.data} />
      ) : (
        <div className="p-4 sm:p-6">
          <Skeleton className="h-32" />
        </div>
      )}
    </Card>
  );
}

function Votes({ snapshot, network, now, governance }: VotesCardProps & { readonly governance: NetworkGovernance }) {
  const { address: account } = useWallet();
  const [all, setAll] = useState(false);
  const [sponsored, setSponsored] = useState<Application>();
  const voter = useQuery({
    ...voterQueryOptions(network.address, account ?? zeroAddress),
    enabled: account !== undefined,
  }).data;
  const isOpen = (proposal: NetworkGovernance["proposals"][number]) => OPEN_STATES.has(proposalState(proposal, now));
  const waiting = governance.applications.filter(({ status }) => status === "open");
  const open = governance.proposals.filter(isOpen);
  const ended = governance.proposals.filter((proposal) => !isOpen(proposal));
  const shown = all ? [...open, ...ended] : open;
  return (
    <>
      {waiting.length + shown.length === 0 ? (
        <EmptyState>
          {network.founded
            ? "Nobody waits, and nothing is put to the vote. Whoever would like to join applies; a member stands for them; all vote."
            : "Founders stake first, then the doors open to applications."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {waiting.map((application) => (
            <ApplicationItem
              key={application.id}
              {...{ snapshot, network, application }}
              onSponsor={() => setSponsored(application)}
            />
          ))}
          {shown.map((proposal) => (
            <ProposalItem
              key={proposal.id}
              {...{ snapshot, network, governance, proposal, now }}
              cast={voter?.cast.get(proposal.id)}
            />
          ))}
        </ul>
      )}
      <SponsorDialog
        {...{ snapshot, network, governance }}
        application={sponsored}
        onClose={() => setSponsored(undefined)}
      />
      {ended.length > 0 && (
        <div className="border-t border-line p-3 text-center">
          <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? "Show open votes only"
              : `Show ${formatCount(ended.length)} earlier ${ended.length === 1 ? "vote" : "votes"}`}
          </Button>
        </div>
      )}
      {account && voter && (voter.votes > 0n || voter.delegate !== undefined) && (
        <DelegateForm snapshot={snapshot} network={network} account={account} voter={voter} />
      )}
    </>
  );
}
