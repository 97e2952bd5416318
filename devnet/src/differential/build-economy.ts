import { equityRegistryAbi } from "@weft/abis";
import { type Address, type Log, parseAbi, parseEventLogs } from "viem";
import { calls, type Founder } from "./calls.ts";
import { balanceOf, type Economy, KEEPER, tokensOf } from "./economy.ts";

const MOST_NETWORKS = 4;
const DAY = 86_400n;

/** From the least supply that takes part in income up to a hundred million whole shares. */
const LEAST_SHARES = 10n ** 16n;
const MOST_SHARES = 10n ** 26n;

/** Of what a founder holds, the most that is staked, in percent: some stakes run into the 80 % bound. */
const MOST_STAKE_PERCENT = 45;

const ONE_FOR_ONE = 10n ** 18n;
const poolCreated = parseAbi([
  "event PoolCreated(address indexed token0, address indexed token1, uint24 indexed fee, int24 tickSpacing, address pool)",
]);

/** Persons launch, networks are founded by persons and by who holds networks, and a pool may take some shares. */
export async function buildEconomy(economy: Economy): Promise<void> {
  await launchAll(economy);
  const networks = 1 + economy.draw.number(MOST_NETWORKS);
  for (let index = 0; index < networks; index++) await foundNetwork(economy, index);
  if (economy.draw.once(3)) await addPool(economy);
}

async function launchAll({ deployment, draw, persons, play, wallets }: Economy): Promise<void> {
  const people = wallets.slice(0, 2 + draw.number(wallets.length - 4));
  const outcomes = await play(
    people.map((account, index) =>
      calls.launch(deployment, account, `P${index}`, LEAST_SHARES + draw.amount(MOST_SHARES)),
    ),
  );
  for (const { args } of registryEvents(
    outcomes.flatMap(({ logs }) => logs),
    "PersonalTokenLaunched",
  )) {
    persons.push({ account: args.person, token: args.token });
  }
}

async function foundNetwork(economy: Economy, index: number): Promise<void> {
  const { deployment, draw, networks, persons, play, now } = economy;
  const founders = drawFounders(economy);
  if (founders.length === 0) return;
  const formed = await play([calls.form(deployment, KEEPER, `N${index}`, founders, now() + DAY)]);
  const [event] = registryEvents(
    formed.flatMap(({ logs }) => logs),
    "NetworkFormed",
  );
  if (event === undefined) return;
  const { network, governor } = event.args;
  await play(
    founders.flatMap(({ member, account, stake }, termsId) => {
      const own = persons.find((person) => person.account === account)?.token;
      return calls.stake(account, network, member, BigInt(termsId), stake, own && draw.once(2) ? own : account);
    }),
  );
  if (balanceOfAll(economy, network) > 0n) networks.push({ network, governor });
}

function balanceOfAll(economy: Economy, token: Address): bigint {
  return economy.state().tokens.find(({ id }) => id === token.toLowerCase())?.totalSupply ?? 0n;
}

function drawFounders(economy: Economy): Founder[] {
  const { draw, networks, persons, wallets } = economy;
  const state = economy.state();
  const founders: Founder[] = [];
  const add = (member: Address, account: Address): void => {
    const percent = BigInt(1 + draw.number(MOST_STAKE_PERCENT));
    const stake = (balanceOf(state, member, account) * percent) / 100n;
    const rate = ONE_FOR_ONE / 50n + draw.amount(20n * ONE_FOR_ONE);
    // A network's supply has to be 10¹⁵ wei at least from its first founder on.
    if ((stake * rate) / ONE_FOR_ONE >= 10n ** 15n) founders.push({ member, account, stake, rate });
  };
  for (const { token, account } of persons) if (!draw.once(3)) add(token, account);
  const last = networks.at(-1)?.network;
  const holder = last && wallets.find((wallet) => balanceOf(state, last, wallet) > 0n);
  if (last && holder && draw.once(2)) add(last, holder);
  return founders;
}

/** A pool that takes no part in income, with some of a token. */
async function addPool(economy: Economy): Promise<void> {
  const { deployment, draw, play, wallets } = economy;
  const token = draw.of(tokensOf(economy));
  const created = await play([calls.createPool(deployment, KEEPER, token)]);
  const [event] = parseEventLogs({ abi: poolCreated, logs: created.flatMap(({ logs }) => [...logs]) });
  if (event === undefined) return;
  const { pool } = event.args;
  const state = economy.state();
  const holder = wallets.find((wallet) => balanceOf(state, token, wallet) > 0n);
  if (holder === undefined) return;
  const some = balanceOf(state, token, holder) / BigInt(4 + draw.number(2000));
  await play([calls.transfer(holder, token, pool, some), calls.exclude(KEEPER, token, pool)]);
}

function registryEvents<Name extends "PersonalTokenLaunched" | "NetworkFormed">(logs: readonly Log[], eventName: Name) {
  return parseEventLogs({ abi: equityRegistryAbi, eventName, logs: [...logs] });
}
