import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildGraph,
  circlesOf,
  closedSets,
  DuplicateError,
  flowOf,
  type HoldingState,
  HoldingsExceedSupplyError,
  lookThroughExact,
  lookThroughOfAccount,
  lookThroughOfToken,
  MAX_TOTAL_SUPPLY,
  type OwnershipState,
  outsideFloat,
  planSettleEveryone,
  planSettlement,
  simulateSettle,
  toNumber,
  UnknownTokenError,
  valuesOf,
} from "./index.ts";
import { sum } from "./testing/arbitrary-state.ts";

const SUPPLY = 10n ** 24n;
const GAIN = 90n * 10n ** 18n;
const FREE = { costPerHop: 0n, costPerClaim: 0n };
const CHEAP = { costPerHop: 10n ** 15n, costPerClaim: 10n ** 15n };

function hold(token: string, holder: string, balance: bigint, debt = 0n): HoldingState {
  return { token, holder, balance, debt, excluded: false };
}

function token(id: string, supply = SUPPLY, income = 0n) {
  return {
    id,
    totalSupply: supply,
    eligibleSupply: supply,
    incomePerShare: supply > 0n ? (income << 128n) / supply : 0n,
  };
}

/** Everything that is asked of a graph; nothing may throw, run dry of stack, or be no number. */
function askEverything(state: OwnershipState, asked: string, account: string): void {
  const graph = buildGraph(state);
  const { shares, trapped, errorBound } = lookThroughOfToken(graph, asked);
  expect(shares.reduce((total, { share }) => total + share, trapped)).toBeCloseTo(1, 9);
  const rows = lookThroughOfAccount(graph, account);
  const values = valuesOf(graph, new Map(state.tokens.map(({ id }) => [id, 1])));
  const circles = circlesOf(graph);
  const numbers = [
    ...[errorBound, trapped, values.trapped, values.amplification ?? 0],
    ...Array.from(values.final.values()),
    ...Array.from(values.book.values(), (value) => value ?? 0),
    ...Array.from(outsideFloat(graph).values()),
    ...rows.map(({ share }) => share),
    ...circles.flatMap(({ returning, spectralRadius }) => [returning, spectralRadius]),
  ];
  expect(numbers.filter((value) => !(Number.isFinite(value) && value >= 0))).toEqual([]);
  for (const { returning, spectralRadius } of circles)
    expect(Math.max(returning, spectralRadius)).toBeLessThanOrEqual(1);
  const flow = flowOf(graph, new Map([[asked, GAIN]]), { maxTurns: 1 });
  expect(sum(flow.received.values()) + flow.trapped).toBe(GAIN);
  const plan = planSettlement(state, account, CHEAP);
  expect(simulateSettle(state, plan.hops, plan.claims, account).paid).toBe(plan.quote);
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `0x${index}`);

/** Tokens in a row, or in a circle, each held by the next one to nine tenths and else by "a". */
function ring(count: number, closed: boolean): OwnershipState {
  const names = ids(count);
  const holdings = names.flatMap((id, index) => {
    const next = index + 1 < count ? names[index + 1] : closed ? names[0] : undefined;
    return next === undefined
      ? [hold(id, "a", SUPPLY)]
      : [hold(id, "a", SUPPLY / 10n), hold(id, next, SUPPLY - SUPPLY / 10n)];
  });
  return { tokens: names.map((id, index) => token(id, SUPPLY, index === 0 ? GAIN : 0n)), holdings };
}

describe("graphs that somebody made to do harm", () => {
  for (const [shape, closed] of [
    ["chain", false],
    ["circle", true],
  ] as const) {
    // Two seconds, but of a machine that may have much else to do.
    it(`may be one ${shape} of a hundred thousand tokens`, { timeout: 240_000 }, () => {
      askEverything(ring(100_000, closed), "0x0", "a");
    });
  }

  it("may be ten thousand closed circles, with a gain in each", () => {
    const tokens = ids(20_000).map((id) => token(id, SUPPLY, GAIN));
    const holdings = ids(20_000).map((id, index) => hold(id, `0x${index % 2 === 0 ? index + 1 : index - 1}`, SUPPLY));
    const state = { tokens: [...tokens, token("0xopen")], holdings: [...holdings, hold("0xopen", "a", SUPPLY)] };
    askEverything(state, "0x7", "a");
    const graph = buildGraph(state);
    expect(closedSets(graph)).toHaveLength(10_000);
    expect(lookThroughOfToken(graph, "0x7")).toMatchObject({ shares: [], trapped: 1 });
    const gains = new Map(state.tokens.map(({ id }) => [id, GAIN]));
    expect(flowOf(graph, gains, { maxTurns: 0 })).toMatchObject({ trapped: GAIN * 20_000n });
    expect(planSettlement(state, "a", FREE)).toMatchObject({ hops: [], quote: 0n, left: 0n });
  });

  it("may have no supply, as much as there can be, a token that holds itself, and nobody who is listed", () => {
    const most = MAX_TOTAL_SUPPLY;
    const state: OwnershipState = {
      tokens: [token("0xnone", 0n), token("0xmost", most, GAIN), token("0xself", most, GAIN), token("0xnobody", most)],
      holdings: [
        hold("0xnone", "a", 0n, -5n),
        hold("0xmost", "0xself", most - 1n),
        hold("0xmost", "a", 1n),
        hold("0xself", "0xself", most - 1n),
        hold("0xself", "0xnone", 1n),
        hold("0xnobody", "0xnobody", most / 2n),
      ],
    };
    for (const { id } of state.tokens) askEverything(state, id, "a");
    const graph = buildGraph(state);
    expect(lookThroughOfToken(graph, "0xnobody")).toMatchObject({ shares: [{ account: "unlisted" }], trapped: 0 });
    // All that 0xself takes in goes out by its one share for 0xnone, where it stays.
    expect(lookThroughOfToken(graph, "0xself")).toMatchObject({ shares: [], trapped: 1 });
    const everyone = planSettleEveryone(state, FREE);
    expect(everyone.paid).toBeGreaterThanOrEqual(5n);
  });

  it("agree with exact arithmetic at the largest balances and the smallest leaks", () => {
    const inner = fc.bigInt(0n, MAX_TOTAL_SUPPLY);
    fc.assert(
      fc.property(fc.array(inner, { minLength: 2, maxLength: 5 }), fc.bigInt(1n, 3n), (parts, leak) => {
        const names = ids(parts.length);
        const state: OwnershipState = {
          tokens: names.map((id) => token(id, MAX_TOTAL_SUPPLY)),
          holdings: names.flatMap((id, index) => {
            const others = names.filter((other) => other !== id);
            const most = MAX_TOTAL_SUPPLY - leak;
            const [first, second] = [others[index % others.length] as string, id];
            const some = (parts[index] as bigint) % most;
            return [hold(id, first, some), hold(id, second, most - some), hold(id, `a${index}`, leak)];
          }),
        };
        const graph = buildGraph(state);
        for (const id of names) {
          const { shares, errorBound } = lookThroughOfToken(graph, id);
          const exact = new Map(
            lookThroughExact(graph, id).shares.map(({ account, share }) => [account, toNumber(share)]),
          );
          const off = shares.reduce(
            (total, { account, share }) => total + Math.abs(share - (exact.get(account) ?? 0)),
            0,
          );
          expect(off).toBeLessThanOrEqual(errorBound + 1e-15);
        }
        const flow = flowOf(graph, new Map([["0x0", GAIN]]), { maxTurns: 0 });
        expect(sum(flow.received.values())).toBe(GAIN);
      }),
      { numRuns: 40 },
    );
  });

  it("are refused where they make no sense", () => {
    const one = { tokens: [token("0x1")], holdings: [hold("0x1", "a", SUPPLY)] };
    const build = (change: Partial<OwnershipState>) => () => buildGraph({ ...one, ...change });
    expect(build({ holdings: [hold("0x1", "a", 1n), hold("0x1", "a", 1n)] })).toThrow(DuplicateError);
    expect(build({ tokens: [token("0x1"), token("0x1")] })).toThrow(DuplicateError);
    expect(build({ holdings: [hold("0x2", "a", 1n)] })).toThrow(UnknownTokenError);
    expect(build({ holdings: [hold("0x1", "a", MAX_TOTAL_SUPPLY)] })).toThrow(HoldingsExceedSupplyError);
    expect(build({ holdings: [hold("0x1", "a", -1n)] })).toThrow("a balance is never negative");
    expect(build({ holdings: [hold("0x1", "a", 2n ** 96n)] })).toThrow("2^96 - 1");
    expect(build({ holdings: [hold("0x1", "a", 0n, 2n ** 157n)] })).toThrow("2^157 - 1");
    expect(build({ tokens: [token("0x1", 2n ** 96n)] })).toThrow("2^96 - 1");
    expect(() => valuesOf(buildGraph(one), new Map([["0x1", Number.NaN]]))).toThrow("finite");
  });
});
