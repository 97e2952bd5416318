import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { claim, distribute, form, harvest, realize, settle, stake, transfer } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { POOL_PLAYS } from "./random-pools.ts";
import { balanceOf, NothingToDoError, type Play, pick, type RandomState } from "./random-state.ts";
import { send } from "./send.ts";

/** Seconds over which gains stream, up to the most that the contracts take: four years. */
const DURATIONS = [1n, 59n, 3_601n, 86_400n, 604_801n, 126_230_400n];
/** Seconds that pass. */
const PAUSES = [1, 7, 59, 3_599, 86_399, 604_800, 2_592_000];

/** A tenth of what somebody holds of some token, large enough to found a network with. */
async function pickStake(state: RandomState, account: Address, choice: number) {
  const holdings = await Promise.all(
    state.tokens.map(async (member) => ({ member, stake: (await balanceOf(state, member, account)) / 10n })),
  );
  const enough = holdings.filter((holding) => holding.stake >= parseEther("0.01"));
  if (enough.length === 0) throw new NothingToDoError();
  return pick(enough, choice);
}

/** Two founders, at an odd rate, so that everything has to be rounded. */
const formNetwork: Play = async (state, { a, b, c, amount }) => {
  const { session, people, tokens, openTerms } = state;
  const accounts = [pick(people, a), pick(people, a + 1 + (b % (people.length - 1)))];
  const rate = parseEther("0.5") + amount;
  const founders = [];
  for (const account of accounts) founders.push({ account, rate, ...(await pickStake(state, account, c)) });
  const { timestamp } = await session.client.getBlock();
  const [name, symbol] = [`Network ${tokens.length}`, `N${tokens.length}`];
  const from = pick(people, b);
  const { network } = await form(session, { from, name, symbol, founders, foundingEnds: timestamp + 86_400n });
  tokens.push(network);
  for (const [index, account] of accounts.entries()) openTerms.push({ network, termsId: BigInt(index), account });
};

const stakeOpenTerms: Play = async ({ session, people, tokens, openTerms, usedTerms }, { a, b }) => {
  const [terms] = openTerms.splice(a % Math.max(1, openTerms.length), 1);
  if (terms === undefined) throw new NothingToDoError();
  const { account, network, termsId } = terms;
  const to = b % 2 === 0 ? (tokens[people.indexOf(account)] as Address) : account;
  await stake(session, { from: account, network, termsId, to });
  usedTerms.push({ ...terms, to });
};

/** A founder takes the stake back, once the founding failed; for a treasury, the person does. */
const takeBack: Play = async ({ session, usedTerms }, { a }) => {
  if (usedTerms.length === 0) throw new NothingToDoError();
  const { network, termsId, account, to } = pick(usedTerms, a);
  const [, used] = await session.client.readContract({
    address: network,
    abi: networkTokenAbi,
    functionName: "termsOf",
    args: [termsId],
  });
  return to === account
    ? send(session, { account, address: network, abi: networkTokenAbi, functionName: "unstake", args: [termsId, used] })
    : send(session, {
        account,
        address: to,
        abi: personalTokenAbi,
        functionName: "leave",
        args: [network, termsId, used],
      });
};

/** Coins that come without a call, then are absorbed. */
const absorbGift: Play = async ({ session, people, tokens }, { a, b, amount }) => {
  const [account, address] = [pick(people, a), pick(tokens, b)];
  await session.client.sendTransactionSync({ account, to: address, value: amount, throwOnReceiptRevert: true });
  await send(session, { account, address, abi: networkTokenAbi, functionName: "absorb" });
};

const transferShares: Play = ({ session, people, tokens }, { a, b, c, amount }) =>
  transfer(session, { from: pick(people, a), token: pick(tokens, b), to: pick(people, c), amount });

const transferAll: Play = async (state, { a, b, c }) => {
  const [from, token] = [pick(state.people, a), pick(state.tokens, b)];
  const amount = await balanceOf(state, token, from);
  await transfer(state.session, { from, token, to: pick(state.people, c), amount });
};

const realizeFor =
  (durations: readonly bigint[]): Play =>
  ({ session, people, tokens }, { a, b, amount }) =>
    realize(session, {
      from: pick(people, a),
      token: pick(tokens.slice(0, people.length), a),
      amount,
      duration: pick(durations, b),
      evidence: `#${a}`,
    });

const wait: Play = async ({ session: { client } }, { c }) => {
  await client.increaseTime({ seconds: pick(PAUSES, c) });
  await client.mine({ blocks: 1 });
};

const issue: Play = ({ session, people, tokens }, { a, c, amount }) =>
  send(session, {
    account: pick(people, a),
    address: pick(tokens.slice(0, people.length), a),
    abi: personalTokenAbi,
    functionName: "issue",
    args: [pick(people, c), amount],
  });

const shortenStream: Play = ({ session, people, tokens }, { a, b }) =>
  send(session, {
    account: pick(people, a),
    address: pick(tokens.slice(0, people.length), a),
    abi: personalTokenAbi,
    functionName: "shortenStream",
    args: [pick(DURATIONS, b)],
  });

const claimTo: Play = ({ session, people, tokens }, { a, b, c }) =>
  send(session, {
    account: pick(people, a),
    address: pick(tokens, b),
    abi: personalTokenAbi,
    functionName: "claimTo",
    args: [pick(people, c)],
  });

/** Somebody lets somebody vote, for shares held or for those in the treasury of the own token. */
const delegate: Play = ({ session, people, tokens }, { a, b, c }) => {
  const networks = tokens.slice(people.length);
  if (networks.length === 0) throw new NothingToDoError();
  const [account, network, to] = [pick(people, a), pick(networks, b), pick(people, c)];
  return b % 3 === 0
    ? send(session, {
        account,
        address: pick(tokens.slice(0, people.length), a),
        abi: personalTokenAbi,
        functionName: "delegateVotes",
        args: [network, to],
      })
    : send(session, { account, address: network, abi: networkTokenAbi, functionName: "delegate", args: [to] });
};

const settleAll: Play = ({ session, people, tokens }, { a, b }) =>
  settle(session, {
    from: pick(people, a),
    hops: tokens.flatMap((holder) => tokens.map((source) => ({ holder, source, repeats: 1n + BigInt(b % 2) }))),
    claims: tokens,
  });

/** Random actions by name. */
export const PLAYS = {
  ...POOL_PLAYS,
  form: formNetwork,
  stake: stakeOpenTerms,
  takeBack,
  absorb: absorbGift,
  transfer: transferShares,
  transferAll,
  transferToSelf: (state, choices) => transferShares(state, { ...choices, c: choices.a }),
  transferNothing: (state, choices) => transferShares(state, { ...choices, amount: 0n }),
  realize: realizeFor([0n]),
  stream: realizeFor(DURATIONS),
  shortenStream,
  wait,
  issue,
  distribute: ({ session, people, tokens }, { a, b, amount }) =>
    distribute(session, { from: pick(people, a), token: pick(tokens, b), amount, note: `note ${b}` }),
  harvest: ({ session, people, tokens }, { a, b, c }) =>
    harvest(session, { from: pick(people, a), holder: pick(tokens, b), source: pick(tokens, c) }),
  claim: ({ session, people, tokens }, { a, b, c }) =>
    claim(session, { from: pick(people, a), token: pick(tokens, b), account: pick(people, c) }),
  claimTo,
  delegate,
  settle: settleAll,
} as const satisfies Record<string, Play>;

/** Name of a random action. */
export type Kind = keyof typeof PLAYS;
