import { queryOptions } from "@tanstack/react-query";
import type { StreamState } from "@weft/ownership";
import type { Address } from "../lib/address.ts";
import type { ResultOf } from "./graphql.ts";
import { PERSON } from "./person-document.ts";
import type { HandOver, JoinedNetwork, PersonRecord, RealizedGain } from "./person-record.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

export type { GainDispute, HandOver, JoinedNetwork, PersonRecord, RealizedGain } from "./person-record.ts";

/** Gains shown on one page; the index holds all of them. */
export const MOST_REALIZATIONS = 200;

/** Gains, networks and settings of one personal token; null when the index has none at this address. */
export function personQueryOptions(token: Address) {
  return queryOptions({
    queryKey: queryKeys.index("person", token),
    queryFn: ({ signal }) => readPerson(token, signal),
  });
}

async function readPerson(token: Address, signal: AbortSignal): Promise<PersonRecord | null> {
  const variables = { id: token, token, most: MOST_REALIZATIONS };
  const answer = await queryGraphql(PERSON, variables, { signal });
  const { personalToken: row } = answer;
  if (row === null) return null;
  return {
    block: answer._meta?.block.number ?? 0,
    transfersOpen: row.transfersOpen,
    stream: readStream(row),
    pendingPerson: row.pendingPerson ? readAddress(row.pendingPerson.id, "personalToken.pendingPerson") : undefined,
    handOvers: row.personTransfers.map(readHandOver),
    approved: row.holderApprovals.map(({ holder }) => readAddress(holder.id, "holderApproval.holder")),
    deposits: row.depositPermissions.map(({ token: allowed }) => readAddress(allowed.id, "depositPermission.token")),
    links: row.metadata?.links ?? [],
    gains: answer.realizations.map(readGain),
    networks: readNetworks(answer.memberships, row),
  };
}

type Answer = ResultOf<typeof PERSON>;
type TokenRow = NonNullable<Answer["personalToken"]>;

function readStream(row: TokenRow): StreamState {
  return {
    incomePerShare: readAmount(row.incomePerShare, "personalToken.incomePerShare"),
    eligibleSupply: readAmount(row.eligibleSupply, "personalToken.eligibleSupply"),
    streamLeft: readAmount(row.streamLeft, "personalToken.streamLeft"),
    streamEnd: readAmount(row.streamEnd, "personalToken.streamEnd"),
    lastAccrual: readAmount(row.lastAccrual, "personalToken.lastAccrual"),
  };
}

const STEPS = { OFFERED: "offered", WITHDRAWN: "withdrawn", ACCEPTED: "accepted" } as const;

function readHandOver(row: TokenRow["personTransfers"][number]): HandOver {
  return {
    id: row.id,
    step: STEPS[row.step],
    from: readAddress(row.from.id, "personTransfer.from"),
    to: row.to ? readAddress(row.to.id, "personTransfer.to") : undefined,
    timestamp: readCount(row.timestamp, "personTransfer.timestamp"),
  };
}

function readGain(gain: Answer["realizations"][number]): RealizedGain {
  return {
    id: gain.id,
    number: readCount(gain.number, "gain.number"),
    amount: readAmount(gain.amount, "gain.amount"),
    duration: readCount(gain.duration, "gain.duration"),
    evidence: gain.evidence,
    timestamp: readCount(gain.timestamp, "gain.timestamp"),
    transaction: gain.transaction,
    disputes: gain.disputes.map((dispute) => ({
      id: dispute.id,
      holder: readAddress(dispute.holder.id, "dispute.holder"),
      uri: dispute.uri,
      timestamp: readCount(dispute.timestamp, "dispute.timestamp"),
    })),
  };
}

function readNetworks(rows: Answer["memberships"], { person, treasury }: TokenRow): readonly JoinedNetwork[] {
  const wallet = claimedByToken(person.holdings);
  const own = claimedByToken(treasury);
  return rows.map((row) => {
    const network = readAddress(row.network.id, "membership.network.id");
    return {
      network,
      staked: readAmount(row.staked, "membership.staked") - readAmount(row.returned, "membership.returned"),
      received:
        readAmount(row.sharesIssued, "membership.sharesIssued") -
        readAmount(row.sharesBurned, "membership.sharesBurned"),
      broughtIn: readAmount(row.broughtIn, "membership.broughtIn"),
      paidToWallet: wallet.get(network) ?? 0n,
      paidToTreasury: own.get(network) ?? 0n,
      joinedAt: readCount(row.joinedAt, "membership.joinedAt"),
    };
  });
}

function claimedByToken(holdings: TokenRow["treasury"]): ReadonlyMap<Address, bigint> {
  return new Map(
    holdings.map(({ token, claimed }) => [
      readAddress(token.id, "holding.token"),
      readAmount(claimed, "holding.claimed"),
    ]),
  );
}
