import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { claim, distribute, form, harvest, realize, settle, stake, transfer } from "@weft/devnet";
import { parseEther } from "viem";
import { passTime } from "./pass-time.ts";
import { MEMBERSHIP_PLAYS } from "./random-membership.ts";
import { POOL_PLAYS } from "./random-pools.ts";
import { NothingToDoError, type Play, pick, pickHolder, pickStake } from "./random-state.ts";
import { send } from "./send.ts";

/** Seconds over which gains stream, up to the most that the contracts take: four years. */
const DURATIONS = [1n, 59n, 3_601n, 86_400n, 604_801n, 126_230_400n];
const CLAIM_TO = {
  ClaimTo: [
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;
/** Seconds that pass. */
const PAUSES = [1, 7, 59, 3_599, 86_399, 604_800, 2_592_000];

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
  const to = b % 2 === 0 ? (tokens[people.indexOf(account)] ?? account) : account;
  await stake(session, { from: account, network, termsId, to });
  usedTerms.push({ ...terms, to });
};

/** Coins that come without a call, then are absorbed. */
const absorbGift: Play = async ({ session, people, tokens }, { a, b, amount }) => {
  const [account, address] = [pick(people, a), pick(tokens, b)];
  await session.client.sendTransactionSync({ account, to: address, value: amount, throwOnReceiptRevert: true });
  await send(session, { account, address, abi: networkTokenAbi, functionName: "absorb" });
};

/** Somebody passes shares on: so many, or all. */
const transferShares =
  (most: (amount: bigint, held: bigint) => bigint): Play =>
  async (state, { a, c, amount }) => {
    const { token, holder: from, amount: held } = await pickHolder(state, "balanceOf", state.people, a);
    await transfer(state.session, { from, token, to: pick(state.people, c), amount: most(amount, held) });
  };

const transferToSelf: Play = async (state, { a, amount }) => {
  const { token, holder } = await pickHolder(state, "balanceOf", state.people, a);
  await transfer(state.session, { from: holder, token, to: holder, amount: amount % 1_000n });
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

const wait: Play = ({ session }, { c }) => passTime(session, pick(PAUSES, c));

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

const harvestSome: Play = async (state, { a, b }) => {
  const { token: source, holder } = await pickHolder(state, "claimable", state.tokens, b);
  await harvest(state.session, { from: pick(state.people, a), holder, source });
};

const claimSome: Play = async (state, { a, b }) => {
  const { token, holder: account } = await pickHolder(state, "claimable", state.people, b);
  await claim(state.session, { from: pick(state.people, a), token, account });
};

const claimTo: Play = async (state, { a, b }) => {
  const { token, holder: account } = await pickHolder(state, "claimable", state.people, b);
  const args = [pick(state.people, a)] as const;
  await send(state.session, { account, address: token, abi: personalTokenAbi, functionName: "claimTo", args });
};

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

/** Somebody has a claim sent elsewhere by a signature that anybody may bring. */
const claimBySignature: Play = async (state, { a, b }) => {
  const { session, people } = state;
  const { client } = session;
  const { token, holder: account } = await pickHolder(state, "claimable", people, b);
  const to = pick(people, a);
  const contract = { address: token, abi: personalTokenAbi } as const;
  const name = await client.readContract({ ...contract, functionName: "name" });
  const nonce = await client.readContract({ ...contract, functionName: "nonces", args: [account] });
  const deadline = (await client.getBlock()).timestamp + 1_000n;
  const signature = await client.signTypedData({
    account,
    domain: { name, version: "1", chainId: client.chain.id, verifyingContract: token },
    types: CLAIM_TO,
    primaryType: "ClaimTo",
    message: { account, to, nonce, deadline },
  });
  await send(session, {
    account: pick(people, a + 1),
    ...contract,
    functionName: "claimToBySig",
    args: [account, to, deadline, signature],
  });
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
  ...MEMBERSHIP_PLAYS,
  form: formNetwork,
  stake: stakeOpenTerms,
  absorb: absorbGift,
  transfer: transferShares((amount, held) => (amount % held) + 1n),
  transferAll: transferShares((_, held) => held),
  transferToSelf,
  transferNothing: transferShares(() => 0n),
  realize: realizeFor([0n]),
  stream: realizeFor(DURATIONS),
  shortenStream,
  wait,
  issue,
  distribute: ({ session, people, tokens }, { a, b, amount }) =>
    distribute(session, { from: pick(people, a), token: pick(tokens, b), amount, note: `note ${b}` }),
  harvest: harvestSome,
  claim: claimSome,
  claimTo,
  claimBySignature,
  delegate,
  settle: settleAll,
} as const satisfies Record<string, Play>;

/** Name of a random action. */
export type Kind = keyof typeof PLAYS;
