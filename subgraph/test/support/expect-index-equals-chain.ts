import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { type Address, zeroAddress } from "viem";
import { expect } from "vitest";
import { expectAdmissionEqualsChain } from "./expect-admission-equals-chain.ts";
import { expectConsentEqualsChain } from "./expect-consent-equals-chain.ts";
import { expectGovernanceEqualsChain } from "./expect-governance-equals-chain.ts";
import { type IndexedHolding, type IndexedToken, readIndex } from "./read-index.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";
import { claimableAt, incomePerShareAt } from "./stream.ts";

const CLASSES = ["WALLET", "TREASURY", "EXCLUDED"] as const;
/** Claimables are compared so many seconds after the block too, as if nothing happened until then. */
const LATER = 1_000_003n;

const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** A block, and its time. */
interface Moment {
  readonly blockNumber: bigint;
  /** Unix time. */
  readonly time: bigint;
}

/** Expects everything that the index says of tokens and holdings at a block to be what the contracts say there. */
export async function expectIndexEqualsChain(world: IndexedChain, block: number): Promise<void> {
  const { client, deployment } = world.session;
  const state = await readIndex(world.indexer, deployment.registry, block);
  const tokens = new Map(state.equityTokens.map((token) => [token.id, token]));
  const { timestamp } = await client.getBlock({ blockNumber: BigInt(block) });
  const moment: Moment = { blockNumber: BigInt(block), time: timestamp };
  for (const token of state.equityTokens) {
    const holdings = state.holdings.filter((holding) => holding.token.id === token.id);
    await expectTokenEqualsChain(world, token, moment);
    expectSums(token, holdings);
  }
  for (const holding of state.holdings) {
    await expectHoldingEqualsChain(world, holding, tokens.get(holding.token.id) as IndexedToken, moment);
  }
  await expectAdmissionEqualsChain(world.session, state, moment.blockNumber);
  await expectConsentEqualsChain(world.session, state, moment.blockNumber);
  await expectGovernanceEqualsChain(world, block);
  expect(state.protocol).toEqual({
    poolFactory: deployment.poolFactory.toLowerCase(),
    personalTokenCount: state.equityTokens.filter(({ __typename }) => __typename === "PersonalToken").length,
    networkTokenCount: state.equityTokens.filter(({ __typename }) => __typename === "NetworkToken").length,
    holderCount: state.holdings.filter(({ balance }) => balance !== "0").length,
    totalRealized: String(sum(state.equityTokens.map(({ totalRealized = "0" }) => totalRealized))),
    totalIncome: String(sum(state.equityTokens.map(({ totalIncome }) => totalIncome))),
    totalClaimed: String(sum(state.equityTokens.map(({ totalClaimed }) => totalClaimed))),
  });
}

async function expectTokenEqualsChain(
  { session: { client } }: IndexedChain,
  token: IndexedToken,
  { blockNumber, time }: Moment,
) {
  const contract = { address: token.id, abi: personalTokenAbi, blockNumber } as const;
  const [totalSupply, eligibleSupply, treasuryHeld, incomePerShare, accounted, stream, contractURI] = await Promise.all(
    [
      client.readContract({ ...contract, functionName: "totalSupply" }),
      client.readContract({ ...contract, functionName: "eligibleSupply" }),
      client.readContract({ ...contract, functionName: "treasuryHeld" }),
      client.readContract({ ...contract, functionName: "incomePerShare" }),
      client.readContract({ ...contract, functionName: "accounted" }),
      client.readContract({ ...contract, functionName: "stream" }),
      client.readContract({ ...contract, functionName: "contractURI" }),
    ],
  );
  expect(token, token.symbol).toMatchObject({
    totalSupply: String(totalSupply),
    eligibleSupply: String(eligibleSupply),
    treasuryHeld: String(treasuryHeld),
    streamLeft: String(stream.left),
    streamEnd: String(stream.end),
    lastAccrual: String(stream.lastAccrual),
    contractURI,
  });
  expect(incomePerShareAt(token, time), token.symbol).toBe(incomePerShare);
  // What came in and was not paid out is what the contract holds for its holders.
  expect(BigInt(token.totalIncome) - BigInt(token.totalClaimed), token.symbol).toBe(accounted);
  if (token.__typename === "PersonalToken") await expectPersonEqualsChain(client, token, blockNumber);
  else await expectNetworkEqualsChain(client, token, blockNumber);
}

type Client = IndexedChain["session"]["client"];

async function expectPersonEqualsChain(client: Client, token: IndexedToken, blockNumber: bigint) {
  const contract = { address: token.id, abi: personalTokenAbi, blockNumber } as const;
  const realized = await client.getContractEvents({
    address: token.id,
    abi: personalTokenAbi,
    eventName: "Realized",
    fromBlock: 0n,
    toBlock: blockNumber,
  });
  const person = await client.readContract({ ...contract, functionName: "person" });
  const pending = await client.readContract({ ...contract, functionName: "pendingPerson" });
  expect(token, token.symbol).toMatchObject({
    person: { id: person.toLowerCase() },
    pendingPerson: pending === zeroAddress ? null : { id: pending.toLowerCase() },
    transfersOpen: await client.readContract({ ...contract, functionName: "transfersOpen" }),
    totalRealized: String(realized.reduce((total, { args }) => total + (args.amount ?? 0n), 0n)),
  });
}

async function expectNetworkEqualsChain(client: Client, token: IndexedToken, blockNumber: bigint) {
  const contract = { address: token.id, abi: networkTokenAbi, blockNumber } as const;
  const governor = await client.readContract({ ...contract, functionName: "governor" });
  expect(governor).not.toBe(zeroAddress);
  expect(token, token.symbol).toMatchObject({
    governor: governor.toLowerCase(),
    founded: await client.readContract({ ...contract, functionName: "founded" }),
  });
}

function expectSums(token: IndexedToken, holdings: readonly IndexedHolding[]): void {
  const balances = (of: readonly IndexedHolding[]) => String(sum(of.map(({ balance }) => balance)));
  expect({
    totalSupply: balances(holdings),
    eligibleSupply: balances(holdings.filter((holding) => holding.class !== "EXCLUDED")),
    treasuryHeld: balances(holdings.filter((holding) => holding.class === "TREASURY")),
    totalClaimed: String(sum(holdings.map(({ claimed }) => claimed))),
    holderCount: holdings.filter(({ balance }) => balance !== "0").length,
  }).toEqual({
    totalSupply: token.totalSupply,
    eligibleSupply: token.eligibleSupply,
    treasuryHeld: token.treasuryHeld,
    totalClaimed: token.totalClaimed,
    holderCount: token.holderCount,
  });
}

async function expectHoldingEqualsChain(
  { session: { client } }: IndexedChain,
  holding: IndexedHolding,
  token: IndexedToken,
  { blockNumber, time }: Moment,
) {
  const holder: Address = holding.holder.id;
  const contract = { address: token.id, abi: personalTokenAbi, blockNumber } as const;
  const [balance, claimable, claimableLater, debt, holderClass, lock] = await Promise.all([
    client.readContract({ ...contract, functionName: "balanceOf", args: [holder] }),
    client.readContract({ ...contract, functionName: "claimable", args: [holder] }),
    client.readContract({ ...contract, functionName: "claimableAt", args: [holder, time + LATER] }),
    client.readContract({ ...contract, functionName: "debtOf", args: [holder] }),
    client.readContract({ ...contract, functionName: "classOf", args: [holder] }),
    client.readContract({ ...contract, functionName: "lockedOf", args: [holder] }),
  ]);
  const locked = time < BigInt(holding.lockedUntil);
  expect(
    {
      balance: holding.balance,
      claimable: claimableAt(holding, token, time),
      claimableLater: claimableAt(holding, token, time + LATER),
      debt: holding.debt,
      class: holding.class,
      lock: locked ? [BigInt(holding.locked), BigInt(holding.lockedUntil)] : [0n, 0n],
    },
    `${holder} holding ${token.symbol}`,
  ).toEqual({
    balance: String(balance),
    claimable,
    claimableLater,
    debt: String(debt),
    class: CLASSES[holderClass],
    lock,
  });
}
