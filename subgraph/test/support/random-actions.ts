import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { claim, distribute, form, harvest, realize, type Session, settle, stake, transfer } from "@weft/devnet";
import { type Address, parseEther } from "viem";

/** People with tokens, and the networks that they form as actions are played. */
export interface RandomState {
  readonly session: Session;
  readonly people: readonly Address[];
  /** Personal tokens in the people's order, then networks. */
  readonly tokens: Address[];
  readonly openTerms: { readonly network: Address; readonly termsId: bigint; readonly account: Address }[];
}

/** Numbers from which an action picks who, which token and how much. */
export interface Choices {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** In wei. */
  readonly amount: bigint;
}

type Play = (state: RandomState, choices: Choices) => Promise<unknown>;

/** An action for which there is nothing to do. */
export class NothingToDoError extends Error {
  override readonly name = "NothingToDoError";
}

/** Any of `from`, by number. */
function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length] as T;
}

function balanceOf({ session }: RandomState, token: Address, holder: Address): Promise<bigint> {
  return session.client.readContract({
    address: token,
    abi: personalTokenAbi,
    functionName: "balanceOf",
    args: [holder],
  });
}

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
  const network = await form(session, { from, name, symbol, founders, foundingEnds: timestamp + 86_400n });
  tokens.push(network);
  for (const [index, account] of accounts.entries()) openTerms.push({ network, termsId: BigInt(index), account });
};

const stakeOpenTerms: Play = async ({ session, people, tokens, openTerms }, { a, b }) => {
  const [terms] = openTerms.splice(a % Math.max(1, openTerms.length), 1);
  if (terms === undefined) throw new NothingToDoError();
  const { account, network, termsId } = terms;
  const own = tokens[people.indexOf(account)] as Address;
  await stake(session, { from: account, network, termsId, to: b % 2 === 0 ? own : account });
};

/** Coins that come without a call, then are absorbed. */
const absorbGift: Play = async ({ session: { client }, people, tokens }, { a, b, amount }) => {
  const [from, token] = [pick(people, a), pick(tokens, b)];
  await client.sendTransactionSync({ account: from, to: token, value: amount, throwOnReceiptRevert: true });
  const { request } = await client.simulateContract({
    account: from,
    address: token,
    abi: networkTokenAbi,
    functionName: "absorb",
  });
  await client.writeContractSync({ ...request, throwOnReceiptRevert: true });
};

const transferShares: Play = ({ session, people, tokens }, { a, b, c, amount }) =>
  transfer(session, { from: pick(people, a), token: pick(tokens, b), to: pick(people, c), amount });

const transferAll: Play = async (state, { a, b, c }) => {
  const [from, token] = [pick(state.people, a), pick(state.tokens, b)];
  const amount = await balanceOf(state, token, from);
  await transfer(state.session, { from, token, to: pick(state.people, c), amount });
};

const settleAll: Play = ({ session, people, tokens }, { a, b }) =>
  settle(session, {
    from: pick(people, a),
    hops: tokens.flatMap((holder) => tokens.map((source) => ({ holder, source, repeats: 1n + BigInt(b % 2) }))),
    claims: tokens,
  });

/** Random actions by name. */
export const PLAYS = {
  form: formNetwork,
  stake: stakeOpenTerms,
  absorb: absorbGift,
  transfer: transferShares,
  transferAll,
  transferToSelf: (state, choices) => transferShares(state, { ...choices, c: choices.a }),
  transferNothing: (state, choices) => transferShares(state, { ...choices, amount: 0n }),
  realize: ({ session, people, tokens }, { a, amount }) =>
    realize(session, {
      from: pick(people, a),
      token: pick(tokens.slice(0, people.length), a),
      amount,
      evidence: `#${a}`,
    }),
  distribute: ({ session, people, tokens }, { a, b, amount }) =>
    distribute(session, { from: pick(people, a), token: pick(tokens, b), amount, note: `note ${b}` }),
  harvest: ({ session, people, tokens }, { a, b, c }) =>
    harvest(session, { from: pick(people, a), holder: pick(tokens, b), source: pick(tokens, c) }),
  claim: ({ session, people, tokens }, { a, b, c }) =>
    claim(session, { from: pick(people, a), token: pick(tokens, b), account: pick(people, c) }),
  settle: settleAll,
} as const satisfies Record<string, Play>;

/** Name of a random action. */
export type Kind = keyof typeof PLAYS;
