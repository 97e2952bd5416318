import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { zeroAddress } from "viem";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import {
  earlierProposalsQueryOptions,
  governanceQueryOptions,
  voterQueryOptions,
} from "../../../data/governance/governance.ts";
import type { Application, NetworkGovernance, Proposal } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatCount } from "../../../lib/format.ts";
import { explainError } from "../../transact/explain-error.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { OPEN_STATES, proposalState } from "../model/proposal-state.ts";
import { ApplicationItem } from "./application-item.tsx";
import { DelegateForm } from "./delegate-form.tsx";
import { ProposalItem } from "./proposal-item.tsx";
import { SponsorDialog } from "./sponsor-dialog.tsx";

const ProposeDialog = lazy(() => import("./propose-dialog.tsx").then((file) => ({ default: file.ProposeDialog })));

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
      id="votes"
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
  const [proposing, setProposing] = useState<"never" | "open" | "closed">("never");
  const voter = useQuery({
    ...voterQueryOptions(network.address, account ?? zeroAddress),
    enabled: account !== undefined,
  }).data;
  const isOpen = (proposal: NetworkGovernance["proposals"][number]) => OPEN_STATES.has(proposalState(proposal, now));
  const waiting = governance.applications.filter(({ status }) => status === "open");
  const open = governance.proposals.filter(isOpen);
  const earlier = useInfiniteQuery({ ...earlierProposalsQueryOptions(network.address), enabled: all });
  const ended = governance.proposals.filter((proposal) => !isOpen(proposal));
  const endedCount = governance.proposalCount - open.length;
  const shown = all ? distinct([...open, ...ended, ...(earlier.data?.pages.flat() ?? [])]) : open;
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
      {endedCount > 0 && (
        <div className="flex flex-wrap justify-center gap-2 border-t border-line p-3">
          {all && earlier.isError && <Notice tone="bad" title={explainError(earlier.error).title} />}
          {all && earlier.hasNextPage && (
            <Button variant="quiet" onClick={() => void earlier.fetchNextPage()}>
              {earlier.isFetchingNextPage ? "Reading older votes" : "Show older votes"}
            </Button>
          )}
          <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? "Show open votes only"
              : `Show ${formatCount(endedCount)} earlier ${endedCount === 1 ? "vote" : "votes"}`}
          </Button>
        </div>
      )}
      {network.founded && account && voter && voter.votes > 0n && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-4 text-table sm:px-6">
          <p className="text-ink-2">Members also decide how they vote and what this page says.</p>
          <Button variant="quiet" onClick={() => setProposing("open")}>
            Propose something else
          </Button>
        </div>
      )}
      {proposing !== "never" && (
        <Suspense>
          <ProposeDialog
            {...{ snapshot, network, governance }}
            open={proposing === "open"}
            onClose={() => setProposing("closed")}
          />
        </Suspense>
      )}
      {account && voter && (voter.votes > 0n || voter.delegate !== undefined) && (
        <DelegateForm snapshot={snapshot} network={network} account={account} voter={voter} />
      )}
    </>
  );
}

/** Each once: a vote may end between two reads. */
function distinct(proposals: readonly Proposal[]): readonly Proposal[] {
  return [...new Map(proposals.map((proposal) => [proposal.id, proposal])).values()];
}
