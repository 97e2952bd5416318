import { afterRealize, afterSale, afterStake, type SettleState, simulateSettle } from "@weft/ownership";
import type { Address } from "viem";
import type { Call } from "./batch.ts";
import { calls } from "./calls.ts";
import { balanceOf, type Economy, KEEPER, type NetworkInfo, tokensOf } from "./economy.ts";

/** Something that people do, and what a state is said to be after it. */
export interface Move {
  readonly name: string;
  /** The last one moves shares or money, the others prepare it. */
  readonly calls: readonly Call[];
  /** The state after the move in a block at `time`, Unix time. */
  apply(state: SettleState, time: bigint): SettleState;
}

/** Voted terms that a move can use. */
export interface OpenTerms {
  readonly network: Address;
  readonly member: Address;
  readonly account: Address;
  readonly rate: bigint;
  readonly cap: bigint;
  readonly termsId: bigint;
}

/** From a wei, so that rounding matters in some graphs and turns around circles in others. */
const MOST_GAIN = 10n ** 21n;
const DAY = 86_400;
const MOST_DAYS = 30;

/** Draws something that may be possible. What the contracts refuse after all is left out by whoever plays it. */
export function drawMove(economy: Economy, state: SettleState): Move {
  const draws = [drawGain, drawGain, drawSale, drawSale, drawDeposit, drawHarvest, drawClaim];
  return economy.draw.of(draws)(economy, state);
}

/** A gain, at once or over some days. */
export function drawGain({ draw, persons }: Economy): Move {
  const { account, token } = draw.of(persons);
  const amount = draw.amount(MOST_GAIN);
  const duration = draw.once(2) ? BigInt(1 + draw.number(MOST_DAYS * DAY)) : 0n;
  return {
    name: "realize",
    calls: [calls.realize(account, token, amount, duration)],
    apply: (state, time) => afterRealize(state, { token: token.toLowerCase(), amount, duration }, time),
  };
}

function drawSale(economy: Economy, state: SettleState): Move {
  const { draw, wallets } = economy;
  const pools = state.holdings.filter(({ excluded }) => excluded).map(({ holder }) => holder as Address);
  return sale(economy, state, draw.of([...wallets, ...pools]), []);
}

/** A sale into the treasury of a personal token whose person allowed it. */
function drawDeposit(economy: Economy, state: SettleState): Move {
  const { account, token } = economy.draw.of(economy.persons);
  return sale(economy, state, token, [account, token]);
}

function sale(economy: Economy, state: SettleState, to: Address, consent: readonly Address[]): Move {
  const { draw, wallets } = economy;
  const token = draw.of(tokensOf(economy));
  const from = draw.of(wallets);
  const amount = (balanceOf(state, token, from) * BigInt(draw.number(60))) / 100n;
  const [person, personal] = consent;
  const request = { token: token.toLowerCase(), from: from.toLowerCase(), to: to.toLowerCase(), amount };
  return {
    name: "transfer",
    calls: [
      ...(person && personal ? [calls.allowDeposit(person, personal, token)] : []),
      calls.transfer(from, token, to, amount),
    ],
    apply: (now, time) => afterSale(now, request, time),
  };
}

function drawHarvest(economy: Economy): Move {
  const [holder, source] = [economy.draw.of(tokensOf(economy)), economy.draw.of(tokensOf(economy))];
  const hop = { holder: holder.toLowerCase(), source: source.toLowerCase(), repeats: 1 };
  return {
    name: "harvest",
    calls: [calls.harvest(KEEPER, holder, source)],
    apply: (state, time) => simulateSettle(state, [hop], [], KEEPER.toLowerCase(), time).stateAfter,
  };
}

function drawClaim(economy: Economy): Move {
  const [token, account] = [economy.draw.of(tokensOf(economy)), economy.draw.of(economy.wallets)];
  return {
    name: "claim",
    calls: [calls.claim(KEEPER, token, account)],
    apply: (state, time) => simulateSettle(state, [], [token.toLowerCase()], account.toLowerCase(), time).stateAfter,
  };
}

/** A vote that opened terms for one who holds shares; undefined where nobody can. */
export function drawTerms(economy: Economy, state: SettleState): { info: NetworkInfo; terms: OpenTerms } | undefined {
  const { draw, networks, wallets } = economy;
  if (networks.length === 0) return undefined;
  const info = draw.of(networks);
  const member = draw.of(tokensOf(economy));
  const account = wallets.find((wallet) => balanceOf(state, member, wallet) > 10n ** 16n);
  if (account === undefined || member === info.network) return undefined;
  const cap = balanceOf(state, member, account) / BigInt(2 + draw.number(5));
  const rate = 1n + draw.amount(10n ** 18n);
  return { info, terms: { network: info.network, member, account, rate, cap, termsId: 0n } };
}

/** An admission that is used: all that the terms take is staked. */
export function admission({ persons, draw }: Economy, terms: OpenTerms): Move {
  const { network, member, account, rate, cap: amount, termsId } = terms;
  const own = persons.find((person) => person.account === account)?.token;
  const to = own && draw.once(2) ? own : account;
  const request = { network, member, account, to };
  const lower = Object.fromEntries(Object.entries(request).map(([key, id]) => [key, id.toLowerCase()]));
  return {
    name: "stake",
    calls: calls.stake(account, network, member, termsId, amount, to),
    apply: (state, time) => afterStake(state, { ...(lower as typeof request), amount, rate }, time),
  };
}
