import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { type FormedNetwork, stake, transfer } from "@weft/devnet";
import { type Address, maxUint256, parseEther } from "viem";
import { callNetwork, carryByVote } from "./governor.ts";
import { passTime } from "./pass-time.ts";
import {
  balanceOf,
  NothingToDoError,
  type Play,
  personOf,
  pick,
  pickHolder,
  pickStake,
  type RandomState,
} from "./random-state.ts";
import { send } from "./send.ts";

const DAY = 86_400;

/** What a vote decides about somebody's shares. */
interface Offer {
  readonly member: Address;
  readonly account: Address;
  readonly rate: bigint;
  readonly cap: bigint;
  readonly lockup: number;
}

async function pickNetwork({ session, usedTerms }: RandomState, choice: number): Promise<[FormedNetwork, Address]> {
  if (usedTerms.length === 0) throw new NothingToDoError();
  const { network, account } = pick(usedTerms, choice);
  const governor = await session.client.readContract({
    address: network,
    abi: networkTokenAbi,
    functionName: "governor",
  });
  return [{ network, governor }, account];
}

/** A shareholder proposes terms, and carries them if nobody's votes are needed beside the own; returns their number. */
async function voteForTerms(
  { session }: RandomState,
  formed: FormedNetwork,
  proposer: Address,
  functionName: "createTerms" | "createExitTerms",
  offer: Offer,
): Promise<bigint> {
  const { client, deployment } = session;
  const { timestamp } = await client.getBlock();
  const expiry = timestamp + BigInt(20 * DAY);
  const terms = { ...offer, opensAt: 0n, expiry, maxMemberSupply: maxUint256, sponsor: proposer };
  await carryByVote(session, formed, proposer, [callNetwork(formed, functionName, [terms])]);
  await passTime(session, 2 * deployment.secondsPerDay);
  const contract = { address: formed.network, abi: networkTokenAbi } as const;
  return (await client.readContract({ ...contract, functionName: "termsCount" })) - 1n;
}

/** Somebody new is voted in and stakes: for the own token's treasury or the wallet, with a lockup or without. */
const enter: Play = async (state, { a, b, c, amount }) => {
  const { session, people, tokens, usedTerms } = state;
  const [formed, proposer] = await pickNetwork(state, a);
  const account = pick(people, b);
  const { member, stake: cap } = await pickStake(state, account, c);
  if (member === formed.network) throw new NothingToDoError();
  const [rate, lockup] = [parseEther("0.5") + amount, c % 2 === 0 ? 0 : 100 * DAY];
  const offer = { member, account, rate, cap, lockup };
  const termsId = await voteForTerms(state, formed, proposer, "createTerms", offer);
  const to = b % 2 === 0 ? (tokens[people.indexOf(account)] ?? account) : account;
  await stake(session, { from: account, network: formed.network, termsId, to });
  usedTerms.push({ network: formed.network, termsId, account, to });
};

/** Who staked is voted out again, with a part of the stake or all of it. */
const exit: Play = async (state, { a, c }) => {
  const { session, usedTerms } = state;
  const [formed, proposer] = await pickNetwork(state, a);
  const { termsId: entered, to } = pick(usedTerms, a);
  const contract = { address: formed.network, abi: networkTokenAbi } as const;
  const [{ member }] = await session.client.readContract({ ...contract, functionName: "termsOf", args: [entered] });
  const { staked, returned } = await session.client.readContract({
    ...contract,
    functionName: "positionOf",
    args: [member, to],
  });
  const cap = (staked - returned) / BigInt(1 + (c % 3));
  if (cap === 0n) throw new NothingToDoError();
  const offer = { member, account: to, rate: 1n, cap, lockup: 0 };
  const termsId = await voteForTerms(state, formed, proposer, "createExitTerms", offer);
  await unstakeFor(state, formed.network, termsId, to, cap);
};

/** An account takes member shares back; for a treasury, its person does. */
async function unstakeFor(state: RandomState, network: Address, termsId: bigint, account: Address, amount: bigint) {
  const person = personOf(state, account);
  return person === undefined
    ? send(state.session, {
        account,
        address: network,
        abi: networkTokenAbi,
        functionName: "unstake",
        args: [termsId, amount],
      })
    : send(state.session, {
        account: person,
        address: account,
        abi: personalTokenAbi,
        functionName: "leave",
        args: [network, termsId, amount],
      });
}

/** A founder takes the stake back, once the founding failed. */
const takeBack: Play = async (state, { a }) => {
  if (state.usedTerms.length === 0) throw new NothingToDoError();
  const { network, termsId, to } = pick(state.usedTerms, a);
  const [, used] = await state.session.client.readContract({
    address: network,
    abi: networkTokenAbi,
    functionName: "termsOf",
    args: [termsId],
  });
  await unstakeFor(state, network, termsId, to, used);
};

/** A person hands the token, and half of its shares, to somebody who never had one. */
const handOver: Play = async (state, { a }) => {
  const { session, people, tokens, successors } = state;
  const index = a % people.length;
  const [from, token, to] = [people[index] as Address, tokens[index] as Address, successors[0]];
  if (to === undefined) throw new NothingToDoError();
  const contract = { address: token, abi: personalTokenAbi } as const;
  const supply = await session.client.readContract({ ...contract, functionName: "totalSupply" });
  await send(session, { ...contract, account: from, functionName: "transferPerson", args: [to] });
  await send(session, { ...contract, account: to, functionName: "acceptPerson", args: [supply] });
  successors.shift();
  people[index] = to;
  await transfer(session, { from, token, to, amount: (await balanceOf(state, token, from)) / 2n });
};

/** A person allows deposits of some token, and somebody makes one. */
const deposit: Play = async (state, { a, b, amount }) => {
  const { session, people, tokens } = state;
  const [account, treasury] = [pick(people, a), tokens[a % people.length] as Address];
  const { token, holder: from, amount: held } = await pickHolder(state, "balanceOf", people, b);
  const contract = { address: treasury, abi: personalTokenAbi, account } as const;
  await send(session, { ...contract, functionName: "allowDeposit", args: [token] });
  await transfer(session, { from, token, to: treasury, amount: (amount % held) + 1n });
};

/** Random actions of members, by name. */
export const MEMBERSHIP_PLAYS = { enter, exit, takeBack, handOver, deposit } as const satisfies Record<string, Play>;
