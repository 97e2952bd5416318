import { graphql } from "../graphql.ts";

/** How members of a network vote, and who waits for somebody to stand for them. */
export const GOVERNANCE = graphql(`
  query Governance($id: ID!) {
    _meta {
      block {
        number
      }
    }
    networkToken(id: $id) {
      governor
      votingDelay
      votingPeriod
      proposalThreshold
      quorumPercent
      lateQuorumExtension
      proposalCount
      secondsPerDay
      votableSupply
      applications(where: { status: OPEN }, orderBy: createdAt, orderDirection: desc, first: 1000) {
        id
        member {
          id
        }
        account {
          id
        }
        amount
        rate
        uri
        status
        createdAt
      }
    }
  }
`);

/** What was put to the vote, the newest first. */
export const PROPOSALS = graphql(`
  query Proposals($where: Proposal_filter!, $first: Int!) {
    proposals(where: $where, orderBy: number, orderDirection: desc, first: $first) {
      id
      number
      proposalId
      proposer {
        id
      }
      title
      description
      status
      startsAt
      endsAt
      expiresAt
      quorum
      forVotes
      againstVotes
      abstainVotes
      voterCount
      createdAt
      calls(orderBy: index, orderDirection: asc, first: 20) {
        target
        value
        calldata
        action
        member {
          id
        }
        account {
          id
        }
        rate
        cap
        expiry
        lockup
        cancels {
          number
          kind
          member {
            id
          }
          account {
            id
          }
        }
        setting
      }
      votes(orderBy: weight, orderDirection: desc, first: 30) {
        voter {
          id
        }
        support
        weight
        reason
      }
    }
  }
`);

/** An account's say in a network, and how it voted there. */
export const VOTING_POWER = graphql(`
  query VotingPower($voter: ID!, $account: String!, $network: String!) {
    voter(id: $voter) {
      votes
      delegate {
        account {
          id
        }
      }
    }
    votes(where: { voter: $account, proposal_: { network: $network } }, orderBy: timestamp, orderDirection: desc, first: 1000) {
      proposal {
        id
      }
      voter {
        id
      }
      support
      weight
      reason
    }
  }
`);
