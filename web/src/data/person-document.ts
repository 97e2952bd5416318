import { graphql } from "./graphql.ts";

/** What the person's page shows beside the ownership snapshot. */
export const PERSON = graphql(`
  query Person($id: ID!, $token: String!, $most: Int!) {
    _meta {
      block {
        number
      }
    }
    personalToken(id: $id) {
      transfersOpen
      incomePerShare
      eligibleSupply
      streamLeft
      streamEnd
      lastAccrual
      pendingPerson {
        id
      }
      metadata {
        links
      }
      personTransfers(orderBy: timestamp, orderDirection: desc, first: 100) {
        id
        step
        from {
          id
        }
        to {
          id
        }
        timestamp
      }
      holderApprovals(where: { approved: true }, orderBy: updatedAt, orderDirection: desc, first: 1000) {
        holder {
          id
        }
      }
      depositPermissions(where: { allowed: true }, orderBy: updatedAt, orderDirection: desc, first: 1000) {
        token {
          id
        }
      }
      person {
        holdings(where: { claimed_gt: "0" }, first: 1000) {
          token {
            id
          }
          claimed
        }
      }
      treasury(where: { claimed_gt: "0" }, first: 1000) {
        token {
          id
        }
        claimed
      }
    }
    realizations(where: { token: $token }, orderBy: number, orderDirection: desc, first: $most) {
      id
      number
      amount
      duration
      evidence
      timestamp
      transaction
      disputes(orderBy: timestamp, orderDirection: asc, first: 100) {
        id
        holder {
          id
        }
        uri
        timestamp
      }
    }
    memberships(where: { member: $token }, orderBy: joinedAt, orderDirection: asc, first: 1000) {
      network {
        id
      }
      staked
      returned
      sharesIssued
      sharesBurned
      broughtIn
      joinedAt
    }
  }
`);
