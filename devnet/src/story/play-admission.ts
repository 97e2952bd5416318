import { parseEther } from "viem";
import { applyForMembership } from "../actions/apply.ts";
import { castVote } from "../actions/cast-vote.ts";
import { delegate } from "../actions/delegate.ts";
import { executeProposal } from "../actions/execute-proposal.ts";
import { proposeTerms } from "../actions/propose-terms.ts";
import { stake } from "../actions/stake.ts";
import { unstake } from "../actions/unstake.ts";
import type { ActNamed, Players, Scene } from "./scene.ts";

type AdmissionAct = "apply" | "propose" | "vote" | "execute" | "join" | "leave" | "delegate";

const SECONDS_PER_DAY = 86_400n;
/** Days for which terms of the story can be used once they opened. */
const TERMS_OPEN_DAYS = 20n;

/** How members come and go: from an application by way of the vote to the stake, and back. */
export const ADMISSION_PLAYERS: Players<AdmissionAct> = {
  apply: ({ session, stage }, { who, network, member, shares, rate, uri }) =>
    applyForMembership(session, {
      from: stage.wallet(who),
      network: stage.token(network),
      member: stage.token(member),
      amount: parseEther(shares),
      rate: parseEther(rate),
      uri,
    }),
  propose: playPropose,
  vote: ({ session, stage }, { who, proposal, support, reason }) =>
    castVote(session, {
      from: stage.wallet(who),
      proposal: stage.proposal(proposal),
      support,
      ...(reason !== undefined && { reason }),
    }),
  execute: async ({ session, stage }, { who, proposal }) =>
    stage.setTerms(proposal, await executeProposal(session, stage.wallet(who), stage.proposal(proposal))),
  join: ({ session, stage }, { who, proposal }) =>
    stake(session, {
      from: stage.wallet(who),
      network: stage.proposal(proposal).network,
      termsId: stage.terms(proposal),
    }),
  leave: ({ session, stage }, { who, proposal, shares }) =>
    unstake(session, {
      from: stage.wallet(who),
      network: stage.proposal(proposal).network,
      termsId: stage.terms(proposal),
      amount: parseEther(shares),
    }),
  delegate: ({ session, stage }, { who, network, to }) =>
    delegate(session, stage.wallet(who), stage.token(network), stage.wallet(to)),
};

async function playPropose({ session, stage }: Scene, act: ActNamed<"propose">): Promise<void> {
  const { who, key, network, kind, member, account, cap, rate, description } = act;
  const proposal = await proposeTerms(session, {
    from: stage.wallet(who),
    network: stage.token(network),
    governor: stage.governor(network),
    kind,
    member: stage.token(member),
    account: stage.wallet(account),
    cap: parseEther(cap),
    rate: parseEther(rate),
    openFor: TERMS_OPEN_DAYS * SECONDS_PER_DAY,
    description,
  });
  stage.setProposal(key, proposal);
}
