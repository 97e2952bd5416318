import type { FoundersFacts } from "../../../data/founders.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { type Address, toAddress } from "../../../lib/address.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { explainRefusal, type Refusal } from "../../transact/explain-revert.ts";
import type { FounderDraft } from "./form-draft.ts";
import {
  type Founder,
  MOST_SHARES,
  refuseFounders,
  refuseHeld,
  refuseRate,
  refuseStake,
  refuseTwice,
  sharesOf,
} from "./founder-rules.ts";

/** A percentage of all shares is kept as a part of this many. */
const WHOLE = 10n ** 18n;
/** Digits after the point that a percentage may have, so that it is a whole part of `WHOLE`. */
const PERCENT_DECIMALS = 16;

/** Words for the fields of a founder that can't be sent as they are. */
export interface FounderProblems {
  readonly member?: string;
  readonly account?: string;
  readonly amount?: string;
  readonly rate?: string;
}

/** One founder as typed, as it would be sent, and what stands in the way. */
export interface FounderRead {
  readonly draft: FounderDraft;
  readonly token: TokenInfo | undefined;
  /** Who stakes, as the field of a network's founder has it. */
  readonly accountText: string;
  /** Who stakes. */
  readonly account: Address | undefined;
  /** As far as it can be read, in wei: 0 until then. */
  readonly stake: bigint;
  readonly shares: bigint;
  /** Complete; undefined while something can't be read. */
  readonly founder: Founder | undefined;
  readonly problems: FounderProblems;
  /** The first thing that is missing or wrong. */
  readonly obstacle: string | undefined;
}

/** All founders as typed. */
export interface FoundersRead {
  readonly rows: readonly FounderRead[];
  /** What the network would have once all have staked, in wei. */
  readonly supply: bigint;
  readonly obstacle: string | undefined;
}

/**
 * Reads the founders by the contracts' rules, each and together.
 *
 * @param connected Connected account, which the page suggests as the one that stakes a network's shares.
 */
export function readFounders(
  facts: FoundersFacts,
  drafts: readonly FounderDraft[],
  connected: Address | undefined,
): FoundersRead {
  const alone = drafts.map((draft, index) => readFounder(facts, draft, index, connected));
  const rows = alone.map((row, index) => besideOthers(facts, row, alone.slice(0, index), alone));
  const supply = rows.reduce((sum, { shares }) => sum + shares, 0n);
  const found = rows.findIndex(({ obstacle }) => obstacle !== undefined);
  const together = refuseFounders(rows.flatMap(({ founder }) => founder ?? []));
  return {
    rows,
    supply,
    obstacle: found === -1 ? together && words(together) : `Founder ${found + 1}: ${rows[found]?.obstacle}`,
  };
}

function readFounder(
  facts: FoundersFacts,
  draft: FounderDraft,
  index: number,
  connected: Address | undefined,
): FounderRead {
  const token = facts.tokens.get(toAddress(draft.member) ?? "0x");
  const { accountText, account } = readStaker(facts, draft, token, connected);
  const amount = readAmount(draft, token);
  const rate = parseAmount(draft.rate, 18);
  const stake = amount.ok ? amount.value : 0n;
  const founder =
    token && account && amount.ok && rate.ok ? { member: token.address, account, stake, rate: rate.value } : undefined;
  const stakeRefusal = founder && refuseStake(facts, founder);
  const rateRefusal = stake > 0n && rate.ok ? refuseRate(index, { stake, rate: rate.value }) : undefined;
  const problems: FounderProblems = {
    ...problem("account", accountText, token && !account ? NO_ADDRESS : undefined),
    ...problem("amount", draft.amount, amount.ok ? stakeRefusal && words(stakeRefusal) : amount.reason),
    ...problem("rate", draft.rate, rate.ok ? rateRefusal && words(rateRefusal) : rate.reason),
  };
  const obstacles = [
    token ? undefined : "Choose a person or a network, or remove this founder.",
    account ? undefined : (problems.account ?? "Enter the account that stakes."),
    amount.ok ? problems.amount : amount.reason,
    rate.ok ? problems.rate : rate.reason,
  ];
  return {
    draft,
    token,
    accountText,
    account,
    stake,
    shares: founder ? sharesOf(founder) : 0n,
    founder,
    problems,
    obstacle: obstacles.find((obstacle) => obstacle !== undefined),
  };
}

/** Who stakes: a person; for a network who is named or, until somebody is, the connected account, where it holds any. */
function readStaker(
  facts: FoundersFacts,
  draft: FounderDraft,
  token: TokenInfo | undefined,
  connected: Address | undefined,
): Pick<FounderRead, "accountText" | "account"> {
  const holds = token && connected && facts.balances.get(token.address)?.get(connected);
  const accountText = draft.account ?? (connected !== undefined && holds ? connected : "");
  return { accountText, account: token?.kind === "person" ? token.person : toAddress(accountText.trim()) };
}

/** What is wrong with a field; nothing is said of an empty one. */
function problem(field: keyof FounderProblems, text: string, reason: string | undefined): FounderProblems {
  return reason === undefined || text.trim() === "" ? {} : { [field]: reason };
}

const NO_ADDRESS = "An address has 0x and 40 digits.";

/** A stake in wei, or why it can't be read. */
function readAmount({ amount, unit }: FounderDraft, token: TokenInfo | undefined): ReturnType<typeof parseAmount> {
  const parsed = parseAmount(amount, unit === "percent" ? PERCENT_DECIMALS : 18);
  if (!parsed.ok) return parsed;
  const value = unit === "percent" ? ((token?.totalSupply ?? 0n) * parsed.value) / WHOLE : parsed.value;
  if (parsed.value === 0n || (token && value === 0n)) return { ok: false, reason: "Enter an amount above zero." };
  if (value > MOST_SHARES)
    return { ok: false, reason: words({ error: "SupplyAboveLimit", values: [value, MOST_SHARES] }) };
  return { ok: true, value };
}

/** The row with what only shows beside the others: named twice, or too much of one token in treasuries. */
function besideOthers(
  facts: FoundersFacts,
  row: FounderRead,
  before: readonly FounderRead[],
  all: readonly FounderRead[],
): FounderRead {
  const { founder, token } = row;
  if (founder === undefined || token === undefined) return row;
  const twice = refuseTwice(
    before.flatMap((other) => other.founder ?? []),
    founder,
  );
  if (twice) return withProblem(row, "member", words(twice));
  const staked = all.reduce((sum, other) => (other.founder?.member === token.address ? sum + other.stake : sum), 0n);
  const held = row.obstacle === undefined ? refuseHeld(facts, token, staked) : undefined;
  return held ? withProblem(row, "amount", words(held)) : row;
}

function withProblem(row: FounderRead, field: keyof FounderProblems, problem: string): FounderRead {
  return { ...row, problems: { ...row.problems, [field]: problem }, obstacle: problem };
}

function words(refusal: Refusal): string {
  const { title, detail, next } = explainRefusal(refusal);
  return `${title}. ${detail} ${next}`;
}
