import { accrueStream, buildGraph, type StreamState } from "@weft/ownership";
import { chain } from "../chain/chain.ts";
import { type Address, shortAddress } from "../lib/address.ts";
import { safeImage } from "../lib/safe-image.ts";
import { safeText } from "../lib/safe-text.ts";
import type { ResultOf } from "./graphql.ts";
import type { ownershipStartDocument } from "./ownership-documents.ts";
import type { AccountInfo, HoldingInfo, OwnershipSnapshot, ProtocolInfo, TokenInfo } from "./ownership-snapshot.ts";
import { IndexAnswerError, readAddress, readAmount, readCount, readInteger, readText } from "./read-answer.ts";

type Start = ResultOf<typeof ownershipStartDocument>;
/** A personal token as the index answers it. */
export type PersonalTokenRow = Start["personalTokens"][number];
/** A network token as the index answers it. */
export type NetworkTokenRow = Start["networkTokens"][number];
/** A holding as the index answers it. */
export type HoldingRow = Start["holdings"][number];

/** All pages of one block. */
export interface OwnershipRows {
  readonly block: number;
  readonly timestamp: number;
  readonly protocol: Start["protocols"][number] | undefined;
  readonly personalTokens: readonly PersonalTokenRow[];
  readonly networkTokens: readonly NetworkTokenRow[];
  readonly holdings: readonly HoldingRow[];
}

const NOWHERE: Address = "0x0000000000000000000000000000000000000000";
const LONGEST_DESCRIPTION = 400;

/** Turns the index's rows into a checked snapshot with its graph. Throws `IndexAnswerError` and `@weft/ownership`'s errors. */
export function assembleSnapshot(rows: OwnershipRows): OwnershipSnapshot {
  const tokens = new Map<Address, TokenInfo>();
  for (const row of rows.personalTokens) {
    const token = readPerson(row, rows.timestamp);
    tokens.set(token.address, token);
  }
  for (const row of rows.networkTokens) {
    const token = readNetwork(row, rows.timestamp);
    tokens.set(token.address, token);
  }
  const holdings = rows.holdings.map(readHolding);
  const graph = buildGraph({
    tokens: [...tokens.values()].map(({ address, totalSupply, eligibleSupply, incomePerShare }) => ({
      id: address,
      totalSupply,
      eligibleSupply,
      incomePerShare,
    })),
    holdings: holdings.map(({ token, holder, balance, debt, class: kind }) => ({
      token,
      holder,
      balance,
      debt,
      excluded: kind === "EXCLUDED",
    })),
  });
  return {
    block: rows.block,
    timestamp: rows.timestamp,
    protocol: readProtocol(rows.protocol),
    tokens,
    accounts: collectAccounts(tokens, holdings),
    holdings,
    graph,
  };
}

/** The protocol as the index has it; before its first event, the native coin and nowhere. */
export function readProtocol(row: OwnershipRows["protocol"]): ProtocolInfo {
  const native = chain.nativeCurrency;
  if (!row) {
    return {
      registry: NOWHERE,
      currency: NOWHERE,
      currencySymbol: native.symbol,
      decimals: native.decimals,
      totalRealized: 0n,
      totalIncome: 0n,
      totalClaimed: 0n,
    };
  }
  const currency = readAddress(row.currency, "Protocol.currency");
  return {
    registry: readAddress(row.registry, "Protocol.registry"),
    currency,
    currencySymbol:
      currency === NOWHERE ? native.symbol : safeText(row.currencySymbol ?? "", 16) || shortAddress(currency),
    decimals: readCount(row.currencyDecimals, "Protocol.currencyDecimals"),
    totalRealized: readAmount(row.totalRealized, "Protocol.totalRealized"),
    totalIncome: readAmount(row.totalIncome, "Protocol.totalIncome"),
    totalClaimed: readAmount(row.totalClaimed, "Protocol.totalClaimed"),
  };
}

function readToken(row: PersonalTokenRow | NetworkTokenRow, time: number) {
  const stream = readStream(row);
  return {
    address: readAddress(row.id, "token.id"),
    name: safeText(readText(row.name, "token.name"), 64) || "Unnamed",
    symbol: safeText(readText(row.symbol, "token.symbol"), 16),
    description: row.metadata?.description ? safeText(row.metadata.description, LONGEST_DESCRIPTION) : undefined,
    image: safeImage(row.metadata?.image),
    totalSupply: readAmount(row.totalSupply, "token.totalSupply"),
    eligibleSupply: readAmount(row.eligibleSupply, "token.eligibleSupply"),
    treasuryHeld: readAmount(row.treasuryHeld, "token.treasuryHeld"),
    // With what streamed until then, as the contract counts it.
    incomePerShare: accrueStream(stream, BigInt(time)).incomePerShare,
    stream,
    totalIncome: readAmount(row.totalIncome, "token.totalIncome"),
    totalHarvested: readAmount(row.totalHarvested, "token.totalHarvested"),
    totalClaimed: readAmount(row.totalClaimed, "token.totalClaimed"),
    holderCount: readCount(row.holderCount, "token.holderCount"),
    createdAt: readCount(row.createdAt, "token.createdAt"),
  };
}

function readStream(row: PersonalTokenRow | NetworkTokenRow): StreamState {
  return {
    incomePerShare: readAmount(row.incomePerShare, "token.incomePerShare"),
    eligibleSupply: readAmount(row.eligibleSupply, "token.eligibleSupply"),
    streamLeft: readAmount(row.streamLeft, "token.streamLeft"),
    streamEnd: readAmount(row.streamEnd, "token.streamEnd"),
    lastAccrual: readAmount(row.lastAccrual, "token.lastAccrual"),
  };
}

/** A personal token as of a Unix time. Throws `IndexAnswerError`. */
export function readPerson(row: PersonalTokenRow, time: number): TokenInfo {
  return {
    ...readToken(row, time),
    kind: "person",
    totalRealized: readAmount(row.totalRealized, "PersonalToken.totalRealized"),
    person: readAddress(row.person.id, "PersonalToken.person"),
  };
}

/** A network token as of a Unix time. Throws `IndexAnswerError`. */
export function readNetwork(row: NetworkTokenRow, time: number): TokenInfo {
  return {
    ...readToken(row, time),
    kind: "network",
    founded: row.founded,
    foundingEnds: readCount(row.foundingEnds, "NetworkToken.foundingEnds"),
    memberCount: readCount(row.memberCount, "NetworkToken.memberCount"),
  };
}

function readHolding(row: HoldingRow): HoldingInfo {
  if (row.class !== "WALLET" && row.class !== "TREASURY" && row.class !== "EXCLUDED") {
    throw new IndexAnswerError("Holding.class", row.class, "WALLET, TREASURY or EXCLUDED");
  }
  return {
    token: readAddress(row.token.id, "Holding.token"),
    holder: readAddress(row.holder.id, "Holding.holder"),
    class: row.class,
    balance: readAmount(row.balance, "Holding.balance"),
    debt: readInteger(row.debt, "Holding.debt"),
    claimed: readAmount(row.claimed, "Holding.claimed"),
  };
}

function collectAccounts(
  tokens: ReadonlyMap<Address, TokenInfo>,
  holdings: readonly HoldingInfo[],
): Map<Address, AccountInfo> {
  const accounts = new Map<Address, AccountInfo>();
  const owns = new Map<Address, Address>();
  for (const token of tokens.values()) if (token.person) owns.set(token.person, token.address);
  const add = (address: Address, pool: boolean): void => {
    const known = accounts.get(address);
    if (known && (known.pool || !pool)) return;
    const personalToken = owns.get(address);
    accounts.set(address, {
      address,
      pool,
      ...(personalToken ? { personalToken } : {}),
      ...(tokens.has(address) ? { token: address } : {}),
    });
  };
  for (const address of owns.keys()) add(address, false);
  for (const address of tokens.keys()) add(address, false);
  for (const holding of holdings) add(holding.holder, holding.class === "EXCLUDED");
  return accounts;
}
