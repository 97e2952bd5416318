import { keccak256, toBytes } from "viem";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { withoutIsolates } from "../../../lib/isolate.ts";
import type { GraphNode, GraphView } from "../model/graph-view.ts";
import { ownersOf } from "../model/owners.ts";

/** Version of the Beneficial Ownership Data Standard that is written. */
export const BODS_VERSION = "0.4";

/** A statement of the standard: an entity, a person, or a relationship between the two. */
export type BodsStatement = {
  readonly statementId: string;
  /** ISO 8601, UTC: the time of the block. */
  readonly statementDate: string;
  readonly declarationSubject: string;
  readonly recordId: string;
  readonly recordType: "entity" | "person" | "relationship";
  readonly recordStatus: "new";
  readonly recordDetails: EntityDetails | PersonDetails | RelationshipDetails;
  readonly publicationDetails: {
    readonly publicationDate: string;
    readonly bodsVersion: typeof BODS_VERSION;
    readonly publisher: { readonly name: string };
  };
  readonly source: { readonly type: readonly ["primaryResearch"]; readonly description: string };
};

type Identifier = { readonly id: string; readonly schemeName: string };

type EntityDetails = {
  readonly isComponent: false;
  readonly entityType: { readonly type: "arrangement" | "unknownEntity"; readonly details: string };
  readonly name?: string;
  readonly identifiers: readonly Identifier[];
  readonly unspecifiedEntityDetails?: {
    readonly reason: "informationUnknownToPublisher";
    readonly description: string;
  };
};

type PersonDetails = {
  readonly isComponent: false;
  readonly personType: "knownPerson";
  readonly names: readonly [{ readonly fullName: string }];
  readonly identifiers: readonly Identifier[];
};

type Interest = {
  readonly type: "shareholding" | "rightsToProfitOrIncome";
  readonly directOrIndirect: "direct" | "indirect";
  readonly beneficialOwnershipOrControl: boolean;
  readonly share: { readonly exact: number };
  readonly details: string;
};

type RelationshipDetails = {
  readonly isComponent: false;
  readonly subject: string;
  readonly interestedParty: string | { readonly reason: "informationUnknownToPublisher"; readonly description: string };
  readonly interests: readonly Interest[];
};

/** What is written, and as of when. */
export type BodsOptions = {
  readonly snapshot: OwnershipSnapshot;
  readonly view: GraphView;
  /** Tokens whose ownership is stated. */
  readonly tokens: Iterable<Address>;
  readonly chainId: number;
  /** Unix time at which the file is made. */
  readonly publishedAt: number;
};

type RecordId = (address: string) => string;

/**
 * States who owns each of the tokens, directly and in the end, as statements of the Beneficial Ownership Data Standard
 * 0.4. Tokens are arrangements, the persons who launched one are persons, wallets and pools are entities about which no
 * more is known. Direct parts are shareholdings; parts in the end are rights to income, and make a person, but
 * nobody else, a beneficial owner. Every record stands before the relationships that name it.
 *
 * Shares are floating-point percentages, as the standard has them.
 */
export function bodsOf(options: BodsOptions): BodsStatement[] {
  const { snapshot, view, chainId } = options;
  const tokens = [...options.tokens].filter((token) => snapshot.tokens.has(token));
  const idOf: RecordId = (address) => `eip155:${chainId}:${address}`;
  const owners = new Map(tokens.map((token) => [token, ownersOf(snapshot, view, token)]));
  const parties = new Set<string>(tokens);
  for (const { rows } of owners.values()) for (const row of rows) if (row.node) parties.add(row.holder);
  const state = statementMaker(options);
  return [
    ...[...parties].map((address) => partyStatement(address as Address, options, idOf, state)),
    ...[...owners].flatMap(([token, { rows, trapped }]) => [
      ...rows.map((row) =>
        state(idOf(token), `${idOf(token)}/${row.holder}`, "relationship", {
          isComponent: false,
          subject: idOf(token),
          interestedParty: row.node
            ? idOf(row.holder)
            : { reason: "informationUnknownToPublisher", description: "Holders that the index does not list" },
          interests: interestsOf(row, isPerson(view, row.node, row.holder)),
        }),
      ),
      ...(trapped > 0 ? [trappedStatement(token, trapped, idOf, state)] : []),
    ]),
  ];
}

type MakeStatement = (
  subject: string,
  recordId: string,
  recordType: BodsStatement["recordType"],
  recordDetails: BodsStatement["recordDetails"],
) => BodsStatement;

function statementMaker({ snapshot, chainId, publishedAt }: BodsOptions): MakeStatement {
  const { registry } = snapshot.protocol;
  const publicationDate = iso(publishedAt);
  // A statement must have a date: where the block's is not known, that of the file.
  const statementDate = iso(snapshot.timestamp || publishedAt);
  const description = `Events of the registry ${registry} on chain ${chainId}, up to block ${snapshot.block}`;
  return (declarationSubject, recordId, recordType, recordDetails) => ({
    // The same for the same fact, and in length what the standard asks for: 64 characters.
    statementId: keccak256(toBytes(`${chainId} ${registry} ${snapshot.block} ${recordId}`)).slice(2),
    statementDate,
    declarationSubject,
    recordId,
    recordType,
    recordStatus: "new",
    recordDetails,
    publicationDetails: { publicationDate, bodsVersion: BODS_VERSION, publisher: { name: "Weft" } },
    source: { type: ["primaryResearch"], description },
  });
}

function partyStatement(address: Address, options: BodsOptions, idOf: RecordId, state: MakeStatement): BodsStatement {
  const { snapshot, view, chainId } = options;
  const id = idOf(address);
  const identifiers = [{ id, schemeName: `CAIP-10 account on chain ${chainId}` }];
  const token = snapshot.tokens.get(address);
  if (token) {
    const details =
      token.kind === "person" ? "Personal token: equity in a person" : "Network token: equity in a collective";
    const entityType = { type: "arrangement", details } as const;
    return state(id, id, "entity", { isComponent: false, entityType, name: withoutIsolates(token.name), identifiers });
  }
  const node = view.nodes.get(view.nodeOf.get(address) ?? address);
  if (node && isPerson(view, node.id, address)) {
    const names = [{ fullName: withoutIsolates(node.name) }] as const;
    return state(id, id, "person", { isComponent: false, personType: "knownPerson", names, identifiers });
  }
  const pool = node?.kind === "pool";
  return state(id, id, "entity", {
    isComponent: false,
    entityType: { type: "unknownEntity", details: pool ? "Exchange pool" : "Wallet" },
    name: withoutIsolates(node?.name ?? address),
    identifiers,
    unspecifiedEntityDetails: {
      reason: "informationUnknownToPublisher",
      description: pool ? "A contract that holds shares for trading" : "Only the address is known",
    },
  });
}

/** Whether an address is the wallet of somebody who launched a token: a person by name. */
function isPerson(view: GraphView, nodeId: Address | undefined, address: string): boolean {
  const node: GraphNode | undefined = nodeId && view.nodes.get(nodeId);
  return node?.kind === "person" && node.wallet === address;
}

function interestsOf(
  row: { readonly directly: number; readonly inTheEnd: number | string },
  person: boolean,
): readonly Interest[] {
  const interests: Interest[] = [];
  const inTheEnd = typeof row.inTheEnd === "number" ? row.inTheEnd : 0;
  if (row.directly > 0) {
    interests.push({
      type: "shareholding",
      directOrIndirect: "direct",
      beneficialOwnershipOrControl: person && inTheEnd > 0,
      share: { exact: percent(row.directly) },
      details:
        row.inTheEnd === "no part"
          ? "Part of all shares; takes no part in income"
          : "Part of the shares that take part in income",
    });
  }
  if (inTheEnd > 0) {
    interests.push({
      type: "rightsToProfitOrIncome",
      directOrIndirect: "indirect",
      beneficialOwnershipOrControl: person,
      share: { exact: percent(inTheEnd) },
      details: "Part of the income that finally rests here, direct shares and all circles counted",
    });
  }
  return interests;
}

/** What never reaches anybody is stated too, so that the parts of a token are a whole. */
function trappedStatement(token: Address, trapped: number, idOf: RecordId, state: MakeStatement): BodsStatement {
  return state(idOf(token), `${idOf(token)}/trapped`, "relationship", {
    isComponent: false,
    subject: idOf(token),
    interestedParty: {
      reason: "informationUnknownToPublisher",
      description: "Nobody: this part of the income is trapped in a closed circle",
    },
    interests: [
      {
        type: "rightsToProfitOrIncome",
        directOrIndirect: "indirect",
        beneficialOwnershipOrControl: false,
        share: { exact: percent(trapped) },
        details: "Part of the income that never leaves a closed circle",
      },
    ],
  });
}

/** A part as a percentage; rounding must not carry it beyond the whole. */
function percent(share: number): number {
  return Math.min(share * 100, 100);
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}
