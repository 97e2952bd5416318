import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Identity } from "../../../components/identity.tsx";
import type { CastVote, NetworkGovernance, Proposal } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { classNames } from "../../../lib/class-names.ts";
import { safeText } from "../../../lib/safe-text.ts";
import { actionWords } from "../model/action-words.ts";
import { OPEN_STATES, proposalState } from "../model/proposal-state.ts";
import { STATE_WORDS, whenWords } from "../model/state-words.ts";
import { ProposalActs } from "./proposal-acts.tsx";
import { Tally } from "./tally.tsx";
import { VoteList } from "./vote-list.tsx";

/** What a proposal's place on the page needs. */
export interface ProposalItemProps {
  readonly snapshot: OwnershipSnapshot;
  readonly network: TokenInfo;
  readonly governance: NetworkGovernance;
  readonly proposal: Proposal;
  readonly cast: CastVote | undefined;
  /** Unix time. */
  readonly now: number;
}

/** One proposal: what it would do, how the vote stands, and the rest behind a button. */
export function ProposalItem(props: ProposalItemProps): ReactNode {
  const { snapshot, network, governance, proposal, now } = props;
  const [open, setOpen] = useState(false);
  const body = useId();
  const state = proposalState(proposal, now);
  const live = OPEN_STATES.has(state);
  return (
    <li className="grid gap-3 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-semibold wrap-anywhere">{safeText(proposal.title, 120) || "Without a title"}</h3>
        <p className={classNames("text-note", live ? "font-semibold text-network-ink" : "text-ink-3")}>
          {STATE_WORDS[state]}
        </p>
      </div>
      {proposal.calls.map((call) => (
        <p key={call.calldata} className="text-table text-ink-2 wrap-anywhere">
          {actionWords(snapshot, network, call.action)}
        </p>
      ))}
      <Tally proposal={proposal} symbol={network.symbol} supply={governance.votableSupply} />
      <div className="flex flex-wrap items-center justify-between gap-2 text-note text-ink-3">
        <span>{whenWords(proposal, state, now)}</span>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-control px-2 font-semibold text-ink hover:bg-inset"
        >
          {state === "active" ? "Read and vote" : "Read more"}
          <span className="sr-only">: {safeText(proposal.title, 80)}</span>
          <ChevronDown aria-hidden="true" size={17} strokeWidth={1.6} className={open ? "rotate-180" : ""} />
        </button>
      </div>
      <div id={body} hidden={!open} className="grid gap-5">
        {open && <ProposalBody {...props} />}
      </div>
    </li>
  );
}

function ProposalBody({ snapshot, network, governance, proposal, cast, now }: ProposalItemProps) {
  const paragraphs = proposal.description.split(/\n{2,}/).slice(1);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 text-note text-ink-3">
        Put to the vote by <Identity address={proposal.proposer} size={24} />
      </div>
      <div className="grid max-w-[62ch] gap-2 text-table text-ink-2 wrap-anywhere">
        {paragraphs.length === 0
          ? "Nothing more was written."
          : paragraphs.map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change places
              <p key={i}>{safeText(text, 4000)}</p>
            ))}
      </div>
      <VoteList snapshot={snapshot} proposal={proposal} symbol={network.symbol} />
      <ProposalActs
        network={network}
        governance={governance}
        proposal={proposal}
        state={proposalState(proposal, now)}
        cast={cast}
      />
    </>
  );
}
