import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql, type ResultOf } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

const PERSON_SETTINGS = graphql(`
  query PersonSettings($id: ID!, $token: String!) {
    personalToken(id: $id) {
      contractURI
      metadata {
        description
        image
        links
      }
    }
    voters(where: { account: $token }, first: 1000) {
      network {
        id
      }
      delegate {
        account {
          id
        }
      }
    }
    inviting: networkTokens(
      where: { terms_: { member: $token, kind_in: [ENTRY, FOUNDING], status: OPEN } }
      first: 1000
    ) {
      id
      terms(where: { member: $token, kind_in: [ENTRY, FOUNDING], status: OPEN }, first: 1000) {
        expiry
        maxMemberSupply
      }
    }
    leaving: networkTokens(where: { terms_: { account: $token, kind: EXIT, status: OPEN } }, first: 1000) {
      id
      terms(where: { account: $token, kind: EXIT, status: OPEN }, orderBy: expiry, orderDirection: asc, first: 1000) {
        number
        member {
          id
        }
        rate
        cap
        used
        opensAt
        expiry
      }
    }
    foundings: stakes(where: { to: $token, network_: { founded: false }, terms_: { kind: FOUNDING, used_gt: "0" } }, first: 1000) {
      network {
        id
        foundingEnds
      }
      terms {
        number
        rate
        used
      }
      member {
        id
      }
    }
    positions(where: { account: $token }, first: 1000) {
      network {
        id
      }
      member {
        id
      }
      staked
      minted
      returned
      burned
    }
  }
`);

/** Who casts the votes of a treasury's shares in one network. */
export interface TreasuryVotes {
  readonly network: Address;
  /** Undefined if nobody does. */
  readonly delegate: Address | undefined;
}

/** Terms under which somebody could still stake a person's shares. */
export interface OpenOffer {
  readonly network: Address;
  /** Last second at which they can be used, Unix time. */
  readonly expiry: number;
  /** They can't be used once the person's total supply is above this, in wei. */
  readonly maxMemberSupply: bigint;
}

/** Terms under which a treasury can take back what was staked for it. Amounts in wei of the member token. */
export interface ExitOffer {
  readonly network: Address;
  /** Number of the terms within the network. */
  readonly number: number;
  readonly member: Address;
  /** Network shares burned at least per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Most member shares that still come back under the terms. */
  readonly left: bigint;
  /** First second at which they can be used, Unix time. */
  readonly opensAt: number;
  /** Last second at which they can be used, Unix time; undefined of a founding that failed, which the chain knows best. */
  readonly expiry: number | undefined;
  /** Whether they are a founder's, who takes back the whole stake because the founding failed. */
  readonly founding: boolean;
}

/** What a treasury staked of one member token, and what came back of it. In wei. */
export interface TreasuryPosition {
  readonly network: Address;
  readonly member: Address;
  readonly staked: bigint;
  readonly minted: bigint;
  readonly returned: bigint;
  readonly burned: bigint;
}

/** What only the person behind a token has to know. */
export interface PersonSettings {
  /** Metadata as it is now, in full and as it was written; empty texts where it has none. */
  readonly metadata: { readonly description: string; readonly image: string; readonly links: readonly string[] };
  /** Whether there is metadata that the index could not read. */
  readonly metadataUnread: boolean;
  readonly votes: readonly TreasuryVotes[];
  readonly offers: readonly OpenOffer[];
  /** Soonest to end first. */
  readonly exits: readonly ExitOffer[];
  readonly positions: readonly TreasuryPosition[];
}

/** What the person behind a token can change; null when the index has no personal token at this address. */
export function personSettingsQueryOptions(token: Address) {
  return queryOptions({
    queryKey: queryKeys.index("person-settings", token),
    queryFn: async ({ signal }) => readSettings(await queryGraphql(PERSON_SETTINGS, { id: token, token }, { signal })),
    structuralSharing: false,
  });
}

type Answer = ResultOf<typeof PERSON_SETTINGS>;

function readSettings({
  personalToken,
  voters,
  inviting,
  leaving,
  foundings,
  positions,
}: Answer): PersonSettings | null {
  if (personalToken === null) return null;
  const { metadata, contractURI } = personalToken;
  return {
    metadata: {
      description: metadata?.description ?? "",
      image: metadata?.image ?? "",
      links: metadata?.links ?? [],
    },
    metadataUnread: contractURI !== "" && metadata === null,
    votes: voters.map(({ network, delegate }) => ({
      network: readAddress(network.id, "voter.network"),
      delegate: delegate ? readAddress(delegate.account.id, "voter.delegate") : undefined,
    })),
    offers: inviting.flatMap(({ id, terms }) =>
      terms.map(({ expiry, maxMemberSupply }) => ({
        network: readAddress(id, "networkToken.id"),
        expiry: readCount(expiry, "terms.expiry"),
        maxMemberSupply: readAmount(maxMemberSupply, "terms.maxMemberSupply"),
      })),
    ),
    exits: [
      ...foundings.map(readFounding),
      ...leaving.flatMap(({ id, terms }) => terms.map((row) => readExit(readAddress(id, "networkToken.id"), row))),
    ],
    positions: positions.map(readPosition),
  };
}

function readExit(network: Address, row: Answer["leaving"][number]["terms"][number]): ExitOffer {
  return {
    network,
    number: readCount(row.number, "terms.number"),
    member: readAddress(row.member.id, "terms.member"),
    rate: readAmount(row.rate, "terms.rate"),
    left: readAmount(row.cap, "terms.cap") - readAmount(row.used, "terms.used"),
    opensAt: readCount(row.opensAt, "terms.opensAt"),
    expiry: readCount(row.expiry, "terms.expiry"),
    founding: false,
  };
}

/** The stake comes back from the second on in which the founding has ended without being complete. */
function readFounding({ network, terms, member }: Answer["foundings"][number]): ExitOffer {
  return {
    network: readAddress(network.id, "stake.network"),
    number: readCount(terms.number, "stake.terms"),
    member: readAddress(member.id, "stake.member"),
    rate: readAmount(terms.rate, "stake.terms.rate"),
    left: readAmount(terms.used, "stake.terms.used"),
    opensAt: readCount(network.foundingEnds, "network.foundingEnds") + 1,
    expiry: undefined,
    founding: true,
  };
}

function readPosition(row: Answer["positions"][number]): TreasuryPosition {
  return {
    network: readAddress(row.network.id, "position.network"),
    member: readAddress(row.member.id, "position.member"),
    staked: readAmount(row.staked, "position.staked"),
    minted: readAmount(row.minted, "position.minted"),
    returned: readAmount(row.returned, "position.returned"),
    burned: readAmount(row.burned, "position.burned"),
  };
}
