import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import {
  approveHolder,
  claim,
  devAccount,
  distribute,
  form,
  harvest,
  launch,
  realize,
  refusalOf,
  type Session,
  settle,
  stake,
  transfer,
} from "@weft/devnet";
import { type Address, parseEther } from "viem";

/** People of the random world. */
export const PEOPLE = 7;

/** One random action: what, and numbers from which it picks who, which token and how much. */
export interface RandomAction {
  readonly kind: Kind;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** In wei. */
  readonly amount: bigint;
}

export const KINDS = [
  "form",
  "stake",
  "transfer",
  "transfer",
  "transferAll",
  "transferToSelf",
  "transferNothing",
  "realize",
  "realize",
  "distribute",
  "absorb",
  "harvest",
  "harvest",
  "harvest",
  "claim",
  "claim",
  "settle",
] as const;
export type Kind = (typeof KINDS)[number];

/** People with tokens, and the networks that they form as random actions are played. */
export interface RandomWorld {
  readonly tokens: readonly Address[];
  /** Plays an action; tells whether the contracts let it pass. Anything but their refusal is thrown. */
  play(action: RandomAction): Promise<boolean>;
}

interface OpenTerms {
  readonly network: Address;
  readonly termsId: bigint;
  readonly account: Address;
}

const pick = <T>(from: readonly T[], number: number): T => from[number % from.length] as T;

/** Launches everybody's token; the last one is closed, and lets two holders in. */
export async function createRandomWorld(session: Session): Promise<RandomWorld> {
  const people = Array.from({ length: PEOPLE }, (_, index) => devAccount(index));
  const tokens: Address[] = [];
  const openTerms: OpenTerms[] = [];
  for (const [index, from] of people.entries()) {
    const open = index < PEOPLE - 1;
    const shares = parseEther("1000") + BigInt(index) * 7n;
    tokens.push(await launch(session, { from, name: `Person ${index}`, symbol: `P${index}`, shares, open }));
  }
  const closed = { from: people[PEOPLE - 1] as Address, token: tokens[PEOPLE - 1] as Address };
  for (const holder of people.slice(0, 2)) await approveHolder(session, { ...closed, holder });

  const balanceOf = (token: Address, holder: Address) =>
    session.client.readContract({ address: token, abi: personalTokenAbi, functionName: "balanceOf", args: [holder] });

  /** A tenth of what somebody holds of some token, large enough to found a network with. */
  async function pickStake(account: Address, choice: number): Promise<{ member: Address; stake: bigint }> {
    const holdings = await Promise.all(
      tokens.map(async (member) => ({ member, stake: (await balanceOf(member, account)) / 10n })),
    );
    const enough = holdings.filter((holding) => holding.stake >= parseEther("0.01"));
    if (enough.length === 0) throw new NothingToDoError();
    return pick(enough, choice);
  }

  /** Two founders, at an odd rate, so that everything has to be rounded. */
  async function formRandomNetwork({ a, b, c, amount }: RandomAction): Promise<void> {
    const accounts = [pick(people, a), pick(people, a + 1 + (b % (PEOPLE - 1)))];
    const rate = parseEther("0.5") + amount;
    const founders = [];
    for (const account of accounts) founders.push({ account, rate, ...(await pickStake(account, c)) });
    const { timestamp } = await session.client.getBlock();
    const [name, symbol] = [`Network ${tokens.length}`, `N${tokens.length}`];
    const from = pick(people, b);
    const network = await form(session, { from, name, symbol, founders, foundingEnds: timestamp + 86_400n });
    tokens.push(network);
    for (const [index, account] of accounts.entries()) openTerms.push({ network, termsId: BigInt(index), account });
  }

  async function stakeRandomTerms({ a, b }: RandomAction): Promise<void> {
    const [terms] = openTerms.splice(a % Math.max(1, openTerms.length), 1);
    if (terms === undefined) throw new NothingToDoError();
    const own = tokens[people.indexOf(terms.account)] as Address;
    await stake(session, {
      from: terms.account,
      network: terms.network,
      termsId: terms.termsId,
      to: b % 2 === 0 ? own : terms.account,
    });
  }

  async function absorbRandomGift({ a, b, amount }: RandomAction): Promise<void> {
    const { client } = session;
    const [from, token] = [pick(people, a), pick(tokens, b)];
    await client.sendTransactionSync({ account: from, to: token, value: amount, throwOnReceiptRevert: true });
    const { request } = await client.simulateContract({
      account: from,
      address: token,
      abi: networkTokenAbi,
      functionName: "absorb",
    });
    await client.writeContractSync({ ...request, throwOnReceiptRevert: true });
  }

  const plays: Readonly<Record<Kind, (action: RandomAction) => Promise<unknown>>> = {
    form: formRandomNetwork,
    stake: stakeRandomTerms,
    absorb: absorbRandomGift,
    transfer: ({ a, b, c, amount }) =>
      transfer(session, { from: pick(people, a), token: pick(tokens, b), to: pick(people, c), amount }),
    transferAll: async ({ a, b, c }) => {
      const [from, token] = [pick(people, a), pick(tokens, b)];
      return transfer(session, { from, token, to: pick(people, c), amount: await balanceOf(token, from) });
    },
    transferToSelf: ({ a, b, amount }) =>
      transfer(session, { from: pick(people, a), token: pick(tokens, b), to: pick(people, a), amount }),
    transferNothing: ({ a, b, c }) =>
      transfer(session, { from: pick(people, a), token: pick(tokens, b), to: pick(people, c), amount: 0n }),
    realize: ({ a, amount }) =>
      realize(session, { from: pick(people, a), token: pick(tokens.slice(0, PEOPLE), a), amount, evidence: `#${a}` }),
    distribute: ({ a, b, amount }) =>
      distribute(session, { from: pick(people, a), token: pick(tokens, b), amount, note: `note ${b}` }),
    harvest: ({ a, b, c }) =>
      harvest(session, { from: pick(people, a), holder: pick(tokens, b), source: pick(tokens, c) }),
    claim: ({ a, b, c }) => claim(session, { from: pick(people, a), token: pick(tokens, b), account: pick(people, c) }),
    settle: ({ a, b }) =>
      settle(session, {
        from: pick(people, a),
        hops: tokens.flatMap((holder) => tokens.map((source) => ({ holder, source, repeats: 1n + BigInt(b % 2) }))),
        claims: tokens,
      }),
  };

  return {
    tokens,
    play: async (action) => {
      try {
        await plays[action.kind](action);
        return true;
      } catch (error) {
        if (error instanceof NothingToDoError || refusalOf(error) !== undefined) return false;
        throw error;
      }
    },
  };
}

/** An action for which there is nothing to do in this world. */
class NothingToDoError extends Error {
  override readonly name = "NothingToDoError";
}
