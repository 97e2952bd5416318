import { planSettlement, SETTLE_GAS, simulateSettle } from "@weft/ownership";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { settleStateOf } from "../../../data/ownership-state.ts";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { type ClaimPlanParameters, planClaim } from "./claim-plan.ts";

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
const base = { snapshot, account: wallets.ben, gasPrice: 10n ** 9n, now: snapshot.timestamp } as const;
const near = (a: bigint, b: bigint, by: bigint) => (a > b ? a - b : b - a) <= by;

/** Plans in place what the worker plans by the same function. */
const plan = (parameters: ClaimPlanParameters) =>
  planClaim(
    {
      planSettlement: async (account, options) => planSettlement(settleStateOf(parameters.snapshot), account, options),
    },
    parameters,
  );

/** The same, with gains in an ERC-20 of six decimals. */
const inErc20 = (of: OwnershipSnapshot): OwnershipSnapshot => ({
  ...of,
  protocol: { ...of.protocol, currency: sampleAddress(0xe2c), currencySymbol: "USDX", decimals: 6 },
});

describe("planClaim", () => {
  it("brings Ben his 6 3/7 of Ada's 90, which nobody had collected", async () => {
    const { quote, hops, claims, transactions } = await plan({ ...base, gasPrice: 1n });
    expect(near(quote, (45n * ONE) / 7n, 10n ** 7n)).toBe(true);
    expect(hops[0]).toEqual({ holder: tokens.trio, source: tokens.ada, repeats: 1 });
    expect(claims).toEqual([tokens.trio]);
    expect(transactions).toHaveLength(1);
  });

  it("turns around a circle only while another turn pays more than it costs", async () => {
    const cheap = await plan({ ...base, gasPrice: 1n });
    const dear = await plan({ ...base, gasPrice: 10n ** 13n });
    expect(dear.harvests).toBeLessThan(cheap.harvests);
    expect(dear.quote).toBeLessThan(cheap.quote);
    expect(dear.left).toBeGreaterThan(cheap.left);
    expect(dear.leastPerStep).toBe(SETTLE_GAS.repeat * 10n ** 13n);
  });

  it("quotes to the wei what the settlement pays, whatever the gas price", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt(0n, 10n ** 16n),
        fc.constantFrom(...Object.values(wallets)),
        async (gasPrice, account) => {
          const { quote, hops, claims, byPath, transactions, fee } = await plan({ ...base, gasPrice, account });
          expect(simulateSettle(settleStateOf(snapshot), hops, claims, account).paid).toBe(quote);
          expect(byPath.reduce((sum, { amount }) => sum + amount, 0n)).toBe(quote);
          expect(transactions.reduce((sum, { pays }) => sum + pays, 0n)).toBe(quote);
          expect(fee).toBe(transactions.reduce((sum, { gas }) => sum + gas, 0n) * gasPrice);
          if (claims.length > 0) expect(quote).toBeGreaterThanOrEqual(fee);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("counts what was earned before all shares were given away", async () => {
    const emptied = trioSnapshot({ adaRealized: 90n * ONE, benEarnedBefore: 3n * ONE });
    expect((await plan({ ...base, snapshot: emptied })).quote - (await plan(base)).quote).toBe(3n * ONE);
  });

  it("counts what streamed until the block", async () => {
    const person = { address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada, streamLeft: 8n * ONE };
    const holdings = [{ token: tokens.ada, holder: wallets.ben, balance: ONE }];
    const streaming = sampleSnapshot([person], holdings);
    expect((await plan({ ...base, snapshot: streaming })).quote).toBe(4n * ONE);
  });

  it("is cut into transactions where one has no room", async () => {
    // A network that holds a part of each of 400 persons, each with a gain that waits.
    const person = (index: number) => ({
      address: sampleAddress(0x1000 + index),
      name: `P${index}`,
      symbol: `P${index}`,
      person: sampleAddress(0x9000 + index),
      income: ONE,
    });
    const people = Array.from({ length: 400 }, (_, index) => person(index));
    const network = { address: tokens.trio, name: "Trio", symbol: "TRIO" };
    const wide = sampleSnapshot(
      [...people, network],
      [
        ...people.map(({ address }) => ({ token: address, holder: tokens.trio, balance: ONE })),
        { token: tokens.trio, holder: wallets.ben, balance: ONE },
      ],
    );
    const { transactions, quote, harvests } = await plan({ ...base, snapshot: wide });
    expect(transactions.length).toBe(2);
    expect(harvests).toBe(400);
    expect(transactions.map(({ pays }) => pays)).toEqual([0n, quote]);
  });

  it("leaves out steps of an ERC-20 below a millionth, since fees can't be compared", async () => {
    const erc20 = inErc20(trioSnapshot({ adaRealized: 90n * 10n ** 6n }));
    const { quote, leastPerStep, fee, transactions, harvests } = await plan({ ...base, snapshot: erc20 });
    expect(leastPerStep).toBe(1n);
    expect(near(quote, (45n * 10n ** 6n) / 7n, 10n)).toBe(true);
    const [transaction] = transactions;
    expect(transaction?.gas).toBeGreaterThan(50_000n * BigInt(harvests + 1));
    expect(fee).toBe((transaction?.gas ?? 0n) * base.gasPrice);
  });

  it("has nothing to do and costs nothing when nothing is due", async () => {
    expect(await plan({ ...base, snapshot: trioSnapshot() })).toMatchObject({
      ...{ quote: 0n, fee: 0n, left: 0n },
      ...{ hops: [], claims: [], transactions: [] },
    });
  });

  it("lasts twenty minutes from the later of the two clocks", async () => {
    expect((await plan({ ...base, now: 5 })).deadline).toBe(BigInt(snapshot.timestamp + 1200));
    expect((await plan({ ...base, now: snapshot.timestamp + 60.5 })).deadline).toBe(BigInt(snapshot.timestamp + 1260));
  });
});
