import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import { expect } from "vitest";
import { type IndexedHolding, type IndexedToken, readIndex } from "./read-index.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";

const CLASSES = ["WALLET", "TREASURY", "EXCLUDED"] as const;

const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** max(0, ⌊balance × incomePerShare / 2¹²⁸⌋ − debt): what a reader of the index computes. */
function claimableOf({ balance, debt }: IndexedHolding, { incomePerShare }: IndexedToken): bigint {
  const due = ((BigInt(balance) * BigInt(incomePerShare)) >> 128n) - BigInt(debt);
  return due > 0n ? due : 0n;
}

/** Expects everything that the index says of tokens and holdings at a block to be what the contracts say there. */
export async function expectIndexEqualsChain(world: IndexedChain, block: number): Promise<void> {
  const state = await readIndex(world.indexer, world.session.deployment.registry, block);
  const tokens = new Map(state.equityTokens.map((token) => [token.id, token]));
  for (const token of state.equityTokens) {
    const holdings = state.holdings.filter((holding) => holding.token.id === token.id);
    await expectTokenEqualsChain(world, token, BigInt(block));
    expectSums(token, holdings);
  }
  for (const holding of state.holdings) {
    await expectHoldingEqualsChain(world, holding, tokens.get(holding.token.id) as IndexedToken, BigInt(block));
  }
  expect(state.protocol).toEqual({
    personalTokenCount: state.equityTokens.filter(({ __typename }) => __typename === "PersonalToken").length,
    networkTokenCount: state.equityTokens.filter(({ __typename }) => __typename === "NetworkToken").length,
    holderCount: state.holdings.filter(({ balance }) => balance !== "0").length,
    totalRealized: String(sum(state.equityTokens.map(({ totalRealized = "0" }) => totalRealized))),
    totalIncome: String(sum(state.equityTokens.map(({ totalIncome }) => totalIncome))),
    totalClaimed: String(sum(state.equityTokens.map(({ totalClaimed }) => totalClaimed))),
  });
}

async function expectTokenEqualsChain({ session }: IndexedChain, token: IndexedToken, blockNumber: bigint) {
  const { client } = session;
  const personal = { address: token.id, abi: personalTokenAbi, blockNumber } as const;
  const network = { address: token.id, abi: networkTokenAbi, blockNumber } as const;
  const [totalSupply, eligibleSupply, treasuryHeld, incomePerShare, totalIncome, totalClaimed] = await Promise.all([
    client.readContract({ ...personal, functionName: "totalSupply" }),
    client.readContract({ ...personal, functionName: "eligibleSupply" }),
    client.readContract({ ...personal, functionName: "treasuryHeld" }),
    client.readContract({ ...personal, functionName: "incomePerShare" }),
    client.readContract({ ...personal, functionName: "totalIncome" }),
    client.readContract({ ...personal, functionName: "totalClaimed" }),
  ]);
  const ofKind =
    token.__typename === "PersonalToken"
      ? {
          totalRealized: String(await client.readContract({ ...personal, functionName: "totalRealized" })),
          transfersOpen: await client.readContract({ ...personal, functionName: "transfersOpen" }),
        }
      : { founded: await client.readContract({ ...network, functionName: "founded" }) };
  expect(token, token.symbol).toMatchObject({
    totalSupply: String(totalSupply),
    eligibleSupply: String(eligibleSupply),
    treasuryHeld: String(treasuryHeld),
    incomePerShare: String(incomePerShare),
    totalIncome: String(totalIncome),
    totalClaimed: String(totalClaimed),
    ...ofKind,
  });
}

function expectSums(token: IndexedToken, holdings: readonly IndexedHolding[]): void {
  const treasuries = holdings.filter((holding) => holding.class === "TREASURY");
  expect({
    totalSupply: String(sum(holdings.map(({ balance }) => balance))),
    treasuryHeld: String(sum(treasuries.map(({ balance }) => balance))),
    totalClaimed: String(sum(holdings.map(({ claimed }) => claimed))),
    holderCount: holdings.filter(({ balance }) => balance !== "0").length,
  }).toEqual({
    totalSupply: token.totalSupply,
    treasuryHeld: token.treasuryHeld,
    totalClaimed: token.totalClaimed,
    holderCount: token.holderCount,
  });
}

async function expectHoldingEqualsChain(
  { session }: IndexedChain,
  holding: IndexedHolding,
  token: IndexedToken,
  blockNumber: bigint,
) {
  const holder: Address = holding.holder.id;
  const contract = { address: token.id, abi: personalTokenAbi, args: [holder], blockNumber } as const;
  const [balance, claimable, debt, holderClass] = await Promise.all([
    session.client.readContract({ ...contract, functionName: "balanceOf" }),
    session.client.readContract({ ...contract, functionName: "claimable" }),
    session.client.readContract({ ...contract, functionName: "debtOf" }),
    session.client.readContract({ ...contract, functionName: "classOf" }),
  ]);
  expect(
    {
      balance: holding.balance,
      claimable: claimableOf(holding, token),
      debt: holding.debt,
      class: holding.class,
    },
    `${holder} holding ${token.symbol}`,
  ).toEqual({ balance: String(balance), claimable, debt: String(debt), class: CLASSES[holderClass] });
}
