import { graphql } from "../graphql.ts";

/** The newest of each kind that is wanted, all at one block. */
export const ACTIVITY = graphql(`
  query Activity(
    $first: Int!
    $gain: Boolean!
    $gains: Realization_filter!
    $income: Boolean!
    $incomes: Income_filter!
    $payment: Boolean!
    $payments: Claim_filter!
    $stake: Boolean!
    $stakes: Stake_filter!
    $unstake: Boolean!
    $unstakes: Unstake_filter!
    $issue: Boolean!
    $issues: Issuance_filter!
    $transfer: Boolean!
    $transfers: StatementEntry_filter!
    $dispute: Boolean!
    $disputes: Dispute_filter!
    $application: Boolean!
    $applications: Application_filter!
    $proposal: Boolean!
    $proposals: Proposal_filter!
    $vote: Boolean!
    $votes: Vote_filter!
    $launch: Boolean!
    $launches: PersonalToken_filter!
    $form: Boolean!
    $forms: NetworkToken_filter!
  ) {
    _meta {
      block {
        number
      }
    }
    gains: realizations(where: $gains, orderBy: block, orderDirection: desc, first: $first) @include(if: $gain) {
      id
      token {
        id
      }
      person {
        id
      }
      amount
      duration
      evidence
      block
      timestamp
      transaction
    }
    incomes(where: $incomes, orderBy: block, orderDirection: desc, first: $first) @include(if: $income) {
      id
      kind
      token {
        id
      }
      source {
        id
      }
      amount
      note
      block
      timestamp
      transaction
    }
    payments: claims(where: $payments, orderBy: block, orderDirection: desc, first: $first) @include(if: $payment) {
      id
      token {
        id
      }
      account {
        id
      }
      amount
      block
      timestamp
      transaction
    }
    stakes(where: $stakes, orderBy: block, orderDirection: desc, first: $first) @include(if: $stake) {
      id
      network {
        id
      }
      member {
        id
      }
      account {
        id
      }
      amount
      shares
      block
      timestamp
      transaction
    }
    unstakes(where: $unstakes, orderBy: block, orderDirection: desc, first: $first) @include(if: $unstake) {
      id
      network {
        id
      }
      member {
        id
      }
      account {
        id
      }
      amount
      shares
      block
      timestamp
      transaction
    }
    issues: issuances(where: $issues, orderBy: block, orderDirection: desc, first: $first) @include(if: $issue) {
      id
      token {
        id
        person {
          id
        }
      }
      to {
        id
      }
      shares
      block
      timestamp
      transaction
    }
    transfers: statementEntries(where: $transfers, orderBy: block, orderDirection: desc, first: $first)
      @include(if: $transfer) {
      id
      account {
        id
      }
      counterparty {
        id
      }
      token {
        id
      }
      shares
      block
      timestamp
      transaction
    }
    disputes(where: $disputes, orderBy: block, orderDirection: desc, first: $first) @include(if: $dispute) {
      id
      token {
        id
      }
      holder {
        id
      }
      realization {
        amount
      }
      uri
      block
      timestamp
      transaction
    }
    applications(where: $applications, orderBy: createdAtBlock, orderDirection: desc, first: $first)
      @include(if: $application) {
      id
      network {
        id
      }
      member {
        id
      }
      account {
        id
      }
      amount
      rate
      uri
      createdAt
      createdAtBlock
      createdTransaction
    }
    proposals(where: $proposals, orderBy: createdAtBlock, orderDirection: desc, first: $first) @include(if: $proposal) {
      id
      network {
        id
      }
      proposer {
        id
      }
      title
      createdAt
      createdAtBlock
      createdTransaction
    }
    votes(where: $votes, orderBy: block, orderDirection: desc, first: $first) @include(if: $vote) {
      id
      proposal {
        title
        network {
          id
        }
      }
      voter {
        id
      }
      support
      weight
      reason
      block
      timestamp
      transaction
    }
    launches: personalTokens(where: $launches, orderBy: createdAtBlock, orderDirection: desc, first: $first)
      @include(if: $launch) {
      id
      person {
        id
      }
      createdAt
      createdAtBlock
    }
    forms: networkTokens(where: $forms, orderBy: createdAtBlock, orderDirection: desc, first: $first) @include(if: $form) {
      id
      creator {
        id
      }
      createdAt
      createdAtBlock
    }
  }
`);
