import { describe, expect, it } from "vitest";
import { multiply } from "./exact/fraction.ts";
import {
  accrue,
  buildGraph,
  circlesOf,
  flowOf,
  fraction,
  lookThroughExact,
  type OwnershipState,
  outsideFloat,
  pathsTo,
  planSettleEveryone,
  planSettlement,
  simulateSettle,
} from "./index.ts";
import { TRIO, TRIO_PAID_SEVENTHS } from "./testing/trio.ts";

const GAIN = 90n * 10n ** 18n;
const FREE = { costPerHop: 0n, costPerClaim: 0n };

/** TRIO after Ada realized 90. */
const REALIZED: OwnershipState = {
  ...TRIO,
  tokens: TRIO.tokens.map((token) =>
    token.id === "0xada" ? { ...token, incomePerShare: accrue(0n, GAIN, token.eligibleSupply) } : token,
  ),
};

function expectedWei(account: string): bigint {
  return ((TRIO_PAID_SEVENTHS.get(account) as bigint) * 10n ** 18n) / 7n;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

describe("the worked example", () => {
  const graph = buildGraph(TRIO);

  it("is exact in rational numbers", () => {
    const { shares, trapped, inflow } = lookThroughExact(graph, "0xada");
    const of90 = (share: { n: bigint; d: bigint }) => multiply(share, fraction(90n));
    for (const { account, share } of shares) {
      expect(of90(share)).toEqual(fraction(TRIO_PAID_SEVENTHS.get(account) as bigint, 7n));
    }
    expect(shares).toHaveLength(3);
    expect(trapped).toEqual(fraction(0n));
    const income = new Map(inflow.map(({ token, share }) => [token, of90(share)]));
    expect(income.get("0x7210")).toEqual(fraction(135n, 7n));
    expect(income.get("0xcleo")).toEqual(fraction(45n, 7n));
  });

  it("flows to the wei", () => {
    const { received, trapped, turns } = flowOf(graph, new Map([["0xada", GAIN]]));
    for (const account of TRIO_PAID_SEVENTHS.keys()) {
      expect(distance(received.get(account) as bigint, expectedWei(account))).toBeLessThan(100n);
    }
    expect(Array.from(received.values()).reduce((sum, amount) => sum + amount, trapped)).toBe(GAIN);
    expect(turns[0]).toMatchObject({ arrived: 72n * 10n ** 18n, onTheWay: 18n * 10n ** 18n });
    expect(turns.at(-1)?.onTheWay).toBeLessThanOrEqual(GAIN / 10_000n);
  });

  it("is planned and paid in the contracts' integers", () => {
    let state = REALIZED;
    let total = 0n;
    for (const account of TRIO_PAID_SEVENTHS.keys()) {
      const plan = planSettlement(state, account, FREE);
      const settled = simulateSettle(state, plan.hops, plan.claims, account);
      expect(settled.paid).toBe(plan.quote);
      expect(distance(plan.quote, expectedWei(account))).toBeLessThan(100n);
      expect(plan.byPath.reduce((sum, { amount }) => sum + amount, 0n)).toBe(plan.quote);
      expect(plan.left).toBeLessThan(100n);
      state = settled.stateAfter;
      total += settled.paid;
    }
    expect(total).toBeLessThanOrEqual(GAIN);
    expect(GAIN - total).toBeLessThan(100n);
  });

  it("tells by which paths it came, without turns", () => {
    const { byPath } = planSettlement(REALIZED, "ada", FREE);
    expect(byPath.map(({ path }) => path)).toEqual([
      ["0xada", "ada"],
      ["0xada", "0x7210", "ada"],
    ]);
    expect(byPath[0]?.amount).toBe(72n * 10n ** 18n - 1n);
  });

  it("stops turning when a turn costs more than it brings", () => {
    const costs = { costPerHop: 10n ** 17n, costPerClaim: 10n ** 17n };
    const plan = planSettlement(REALIZED, "ben", costs);
    expect(plan.hops).toEqual([
      { holder: "0x7210", source: "0xada", repeats: 1 },
      { holder: "0xcleo", source: "0x7210", repeats: 1 },
      { holder: "0x7210", source: "0xcleo", repeats: 1 },
    ]);
    expect(plan.claims).toEqual(["0x7210"]);
    expect(plan.networkFeeUnits).toBe(4n * 10n ** 17n);
    expect(plan.quote + plan.left).toBeGreaterThanOrEqual(expectedWei("ben") - 100n);
  });

  it("writes turns as hops that repeat", () => {
    const { hops, steps } = planSettlement(REALIZED, "ben", FREE);
    const repeats = hops.map((hop) => hop.repeats);
    expect(hops.length).toBeLessThan(6);
    expect(Math.max(...repeats)).toBeGreaterThan(10);
    expect(steps.filter(({ kind }) => kind === "harvest")).toHaveLength(repeats.reduce((sum, count) => sum + count, 0));
  });

  it("harvests nothing where nothing is worth its cost", () => {
    const plan = planSettlement(REALIZED, "ben", { costPerHop: 10n ** 20n, costPerClaim: 0n });
    expect(plan).toMatchObject({ hops: [], claims: [], quote: 0n, networkFeeUnits: 0n });
    expect(distance(plan.left, expectedWei("ben"))).toBeLessThan(10n ** 11n);
  });

  it("settles everyone at once", () => {
    const plan = planSettleEveryone(REALIZED, FREE);
    for (const account of TRIO_PAID_SEVENTHS.keys()) {
      const paid = plan.claims.reduce((sum, claim) => (claim.account === account ? sum + claim.amount : sum), 0n);
      expect(distance(paid, expectedWei(account))).toBeLessThan(100n);
    }
    expect(GAIN - plan.paid).toBeLessThan(100n);
  });

  it("has one circle, through TRIO and Cleo", () => {
    expect(circlesOf(graph)).toMatchObject([{ tokens: ["0xcleo", "0x7210"], closed: false }]);
    expect(circlesOf(graph)[0]?.returning).toBeCloseTo(1 / 15, 12);
    expect(circlesOf(graph)[0]?.spectralRadius).toBeCloseTo(Math.sqrt(1 / 15), 9);
    expect(outsideFloat(graph).get("0x7210")).toBeCloseTo(2 / 3, 12);
  });

  it("lists the strongest paths, turns included", () => {
    const paths = pathsTo(graph, "0xada", "ada", { limit: 3 });
    expect(paths.map(({ path }) => path)).toEqual([
      ["0xada", "ada"],
      ["0xada", "0x7210", "ada"],
      ["0xada", "0x7210", "0xcleo", "0x7210", "ada"],
    ]);
    expect(paths.map(({ turns }) => turns)).toEqual([0, 0, 1]);
    expect(paths[1]?.share).toBeCloseTo(1 / 15, 12);
  });
});
