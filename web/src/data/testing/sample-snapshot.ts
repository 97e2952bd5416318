import type { Address } from "../../lib/address.ts";
import { assembleSnapshot } from "../assemble-snapshot.ts";
import type { HolderClass, OwnershipSnapshot } from "../ownership-snapshot.ts";

/** One whole share, or one whole unit of the currency, in wei. */
export const ONE = 10n ** 18n;

/** Time of a sample's block, Unix time. */
const SAMPLE_TIME = 1_800_000_000;

/** A made-up address for tests: the number, padded. */
export function sampleAddress(number: number): Address {
  return `0x${number.toString(16).padStart(40, "0")}`;
}

/** A token for tests; amounts in wei. */
export interface SampleToken {
  readonly address: Address;
  readonly name: string;
  readonly symbol: string;
  /** The person's wallet; leave out for a network. */
  readonly person?: Address;
  /** Income so far, in wei; income per share is computed from it. */
  readonly income?: bigint;
  /** Paid in and still streaming, in wei; half of its time is over. */
  readonly streamLeft?: bigint;
  readonly realized?: bigint;
  readonly description?: string;
  readonly founded?: boolean;
}

/** A holding for tests; amounts in wei. */
export interface SampleHolding {
  readonly token: Address;
  readonly holder: Address;
  readonly balance: bigint;
  readonly class?: HolderClass;
  readonly debt?: bigint;
}

/** Builds a snapshot as the data layer does, from a few tokens and holdings; supplies are the sums of the holdings. */
export function sampleSnapshot(tokens: readonly SampleToken[], holdings: readonly SampleHolding[]): OwnershipSnapshot {
  const known = new Set(tokens.map((token) => token.address));
  const rows = tokens.map((token) => tokenRow(token, holdings, known));
  return assembleSnapshot({
    block: 100,
    timestamp: SAMPLE_TIME,
    protocol: undefined,
    personalTokens: rows.flatMap(({ token, row }) =>
      token.person === undefined
        ? []
        : [{ ...row, totalRealized: String(token.realized ?? 0n), person: { id: token.person } }],
    ),
    networkTokens: rows.flatMap(({ token, row }) =>
      token.person === undefined
        ? [{ ...row, founded: token.founded ?? true, foundingEnds: "1800500000", memberCount: 0 }]
        : [],
    ),
    holdings: holdings.map((holding) => ({
      id: `${holding.token}${holding.holder.slice(2)}` as const,
      token: { id: holding.token },
      holder: { id: holding.holder },
      class: holding.class ?? (known.has(holding.holder) ? "TREASURY" : "WALLET"),
      balance: String(holding.balance),
      debt: String(holding.debt ?? 0n),
      claimed: "0",
    })),
  });
}

function tokenRow(token: SampleToken, holdings: readonly SampleHolding[], known: ReadonlySet<Address>) {
  const own = holdings.filter((holding) => holding.token === token.address);
  const sum = (list: readonly SampleHolding[]) => list.reduce((total, holding) => total + holding.balance, 0n);
  const eligible = sum(own.filter((holding) => holding.class !== "EXCLUDED"));
  const income = token.income ?? 0n;
  return {
    token,
    row: {
      id: token.address,
      name: token.name,
      symbol: token.symbol,
      metadata: { description: token.description ?? null, image: null },
      totalSupply: String(sum(own)),
      eligibleSupply: String(eligible),
      treasuryHeld: String(sum(own.filter((holding) => known.has(holding.holder)))),
      incomePerShare: String(eligible === 0n ? 0n : (income << 128n) / eligible),
      streamLeft: String(token.streamLeft ?? 0n),
      streamEnd: String(token.streamLeft === undefined ? 0n : SAMPLE_TIME + 100),
      lastAccrual: String(token.streamLeft === undefined ? 0n : SAMPLE_TIME - 100),
      totalIncome: String(income),
      totalHarvested: "0",
      totalClaimed: "0",
      holderCount: own.length,
      createdAt: "1790000000",
    },
  };
}
