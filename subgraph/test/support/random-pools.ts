import { personalTokenAbi } from "@weft/abis";
import { devAccount, transfer } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { balanceOf, NothingToDoError, type Play, pick } from "./random-state.ts";
import { send } from "./send.ts";
import { poolFactoryAbi } from "./uniswap-abi.ts";

/** Fees that Uniswap v3 makes pools for from the start, in millionths. */
const FEES = [500, 3_000, 10_000];

/** A pool of two tokens; a pair has one pool for each fee. */
const openPool: Play = async ({ session, people, tokens, pools }, { a, b, c }) => {
  const [token, other] = [pick(tokens, b), pick(tokens, b + 1 + (c % (tokens.length - 1)))];
  const pool = await send(session, {
    account: pick(people, a),
    address: session.deployment.poolFactory,
    abi: poolFactoryAbi,
    functionName: "createPool",
    args: [token, other, pick(FEES, a)],
  });
  pools.push({ pool: pool as Address, token });
};

/** Who the token is has most of it; of a network, anybody may have some. */
const feedPool: Play = async ({ session, people, tokens, pools }, { a, b, amount }) => {
  const { pool, token } = pick(pools, b);
  const from = people[tokens.indexOf(token)] ?? pick(people, a);
  await transfer(session, { from, token, to: pool, amount });
};

/** What a swap does, without the price: the pool pays out of its own accord. */
const drainPool: Play = async (state, { a, b, c, amount }) => {
  const { pool, token } = pick(state.pools, b);
  const { client } = state.session;
  const held = await balanceOf(state, token, pool);
  await client.setBalance({ address: pool, value: parseEther("1") });
  await client.impersonateAccount({ address: pool });
  try {
    const to = pick(state.people, a);
    await transfer(state.session, { from: pool, token, to, amount: c % 3 === 0 ? held : amount });
  } finally {
    await client.stopImpersonatingAccount({ address: pool });
  }
};

const excludePool: Play = ({ session, pools }, { b }) => {
  const { pool, token } = pick(pools, b);
  const abi = personalTokenAbi;
  return send(session, { account: devAccount(0), address: token, abi, functionName: "exclude", args: [pool] });
};

/** There is nothing to do with pools while there are none. */
const withPools =
  (play: Play): Play =>
  async (state, choices) => {
    if (state.pools.length === 0) throw new NothingToDoError();
    return play(state, choices);
  };

/** Random actions around pools, by name. */
export const POOL_PLAYS = {
  openPool,
  feedPool: withPools(feedPool),
  drainPool: withPools(drainPool),
  excludePool: withPools(excludePool),
} as const satisfies Record<string, Play>;
