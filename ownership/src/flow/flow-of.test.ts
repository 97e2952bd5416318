import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, multiply } from "../exact/fraction.ts";
import {
  amountAt,
  buildGraph,
  type Flow,
  type Fraction,
  flowOf,
  fraction,
  InvalidAmountError,
  lookThroughExact,
  lookThroughOfToken,
  type OwnershipGraph,
  UnknownTokenError,
} from "../index.ts";
import { arbitraryState, sum } from "../testing/arbitrary-state.ts";
import { stateOfMatrix } from "../testing/graph-of-matrix.ts";
import { TRIO } from "../testing/trio.ts";

const gain = fc.oneof(fc.bigInt(0n, 10n), fc.bigInt(0n, 10n ** 27n));

function gainsFor(tokens: readonly { readonly id: string }[], amounts: readonly bigint[]): Map<string, bigint> {
  return new Map(tokens.map(({ id }, index) => [id, amounts[index % amounts.length] as bigint]));
}

const TRAPPED = "trapped";

/** What rests with every account, and what is trapped. */
function exactFlow(graph: OwnershipGraph, gains: ReadonlyMap<string, bigint>): Map<string, Fraction> {
  const exact = new Map<string, Fraction>([[TRAPPED, fraction(0n)]]);
  for (const [id, amount] of gains) {
    const { shares, trapped } = lookThroughExact(graph, id);
    for (const { account, share } of [...shares, { account: TRAPPED, share: trapped }]) {
      exact.set(account, add(exact.get(account) ?? fraction(0n), multiply(share, fraction(amount))));
    }
  }
  return exact;
}

/** A node's edges in, or out. */
function edgeSum(flow: Flow, side: "token" | "holder", id: string): bigint {
  return sum(flow.edges.filter((edge) => edge[side] === id).map(({ amount }) => amount));
}

describe("flowOf", () => {
  it("keeps every wei: at every token, at every account, in all", () => {
    fc.assert(
      fc.property(arbitraryState(), fc.array(gain, { minLength: 1, maxLength: 6 }), (state, amounts) => {
        const gains = gainsFor(state.tokens, amounts);
        const flow = flowOf(buildGraph(state), gains);
        expect(sum(flow.received.values()) + flow.trapped).toBe(sum(gains.values()));
        for (const { id } of state.tokens) {
          const inflow = flow.inflow.get(id) ?? 0n;
          expect((gains.get(id) as bigint) + edgeSum(flow, "holder", id)).toBe(inflow);
          expect(edgeSum(flow, "token", id) + (flow.trappedIn.get(id) ?? 0n)).toBe(inflow);
        }
        for (const [account, amount] of flow.received) expect(edgeSum(flow, "holder", account)).toBe(amount);
        expect(flow.edges.every(({ amount }) => amount > 0n)).toBe(true);
      }),
    );
  });

  it("is the closed form, off by no more than it says", () => {
    const amounts = fc.array(gain, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4 }), amounts, (state, some) => {
        const graph = buildGraph(state);
        const gains = gainsFor(state.tokens, some);
        const flow = flowOf(graph, gains);
        const found = new Map(flow.received).set(TRAPPED, flow.trapped);
        let off = fraction(0n);
        for (const [key, { n, d }] of exactFlow(graph, gains)) {
          const difference = (found.get(key) ?? 0n) * d - n;
          off = add(off, fraction(difference < 0n ? -difference : difference, d));
          found.delete(key);
        }
        expect(found.size).toBe(0);
        expect(off.n <= flow.errorBound * off.d).toBe(true);
        expect(flow.errorBound).toBeLessThan(1000n);
      }),
    );
  });

  it("draws turns that pass on what came in", () => {
    fc.assert(
      fc.property(arbitraryState({ open: true }), gain, (state, amount) => {
        const gains = gainsFor(state.tokens, [amount]);
        const { turns } = flowOf(buildGraph(state), gains, { maxTurns: 8, until: 0n });
        let waiting = sum(gains.values());
        for (const { edges, arrived, onTheWay } of turns) {
          expect(sum(edges.map((edge) => edge.amount))).toBe(waiting);
          expect(arrived + onTheWay).toBe(waiting);
          waiting = onTheWay;
        }
      }),
    );
  });

  it("sends the last wei of a circle out, where one wei goes round for ever by shares", () => {
    const flow = flowOf(buildGraph(TRIO), new Map([["0x7210", 1n]]));
    expect(sum(flow.received.values())).toBe(1n);
  });

  it("keeps every wei in a circle that is solved by turns", () => {
    const size = 200;
    const names = Array.from({ length: size }, (_, index) => `t${index}`);
    const matrix = names.map((_, i) =>
      names.map((_, j) => (i === (j + 1) % size || i === (3 * j + 1) % size ? "2/5" : "0")),
    );
    const graph = buildGraph(stateOfMatrix(names, matrix));
    const amount = 90n * 10n ** 18n;
    const flow = flowOf(graph, new Map([["t0", amount]]));
    expect(sum(flow.received.values())).toBe(amount);
    for (const { account, share } of lookThroughOfToken(graph, "t0").shares) {
      const received = flow.received.get(account) ?? 0n;
      expect(Math.abs(Number(received) - share * Number(amount))).toBeLessThan(10 ** 6);
    }
    for (const id of names) expect(edgeSum(flow, "token", id)).toBe(flow.inflow.get(id) ?? 0n);
  });

  it("keeps every wei where a billionth is all that leaves a circle", () => {
    const most = "999999999/1000000000";
    const matrix = [
      ["0", most],
      [most, "0"],
    ];
    const flow = flowOf(buildGraph(stateOfMatrix(["1", "2"], matrix)), new Map([["1", 90n * 10n ** 18n]]));
    expect(sum(flow.received.values())).toBe(90n * 10n ** 18n);
    expect(flow.inflow.get("1")).toBeGreaterThan(10n ** 28n);
  });

  it("keeps every wei where one wei of shares is all that leaves a circle", () => {
    const supply = 10n ** 24n;
    const token = (id: string) => ({ id, totalSupply: supply, eligibleSupply: supply, incomePerShare: 0n });
    const hold = (held: string, holder: string, balance: bigint) => ({
      ...{ token: held, holder, balance },
      ...{ debt: 0n, excluded: false },
    });
    const graph = buildGraph({
      tokens: [token("0x1"), token("0x2")],
      holdings: [hold("0x1", "0x2", supply - 1n), hold("0x1", "a", 1n), hold("0x2", "0x1", supply)],
    });
    const gain = 2n ** 110n - 1n;
    const flow = flowOf(graph, new Map([["0x1", gain]]));
    expect(flow.received).toEqual(new Map([["a", gain]]));
    // What leaves is a wei of shares, so that 10²⁴ times the gain has to pass through.
    const off = (flow.inflow.get("0x1") as bigint) - gain * supply;
    expect((off < 0n ? -off : off) <= flow.errorBound * supply).toBe(true);
    expect(flow.errorBound).toBeLessThan(100n);
  });

  it("has the same by numbers", () => {
    fc.assert(
      fc.property(arbitraryState(), gain, (state, amount) => {
        const graph = buildGraph(state);
        const { columns, received, edges } = flowOf(graph, gainsFor(state.tokens, [amount]));
        const ids = [...graph.tokens.map(({ id }) => id), ...graph.accounts];
        const byId = Array.from(columns.received.nodes, (node, index) => [
          ids[node],
          amountAt(columns.received.amounts, index),
        ]);
        expect(byId).toEqual(Array.from(received));
        expect(
          Array.from(columns.edgeToken, (token, index) => ({
            token: ids[token],
            holder: ids[columns.edgeHolder[index] as number],
            amount: amountAt(columns.edgeAmount, index),
          })),
        ).toEqual(edges);
      }),
      { numRuns: 50 },
    );
  });

  it("says what is wrong with a gain", () => {
    const graph = buildGraph(TRIO);
    expect(() => flowOf(graph, new Map([["0xada", -1n]]))).toThrowErrorMatchingInlineSnapshot(
      `[InvalidAmountError: Gain of 0xada is -1; only gains flow, so it is not negative.]`,
    );
    expect(() => flowOf(graph, new Map([["0xada", -1n]]))).toThrow(InvalidAmountError);
    expect(() => flowOf(graph, new Map([["0xdora", 1n]]))).toThrow(UnknownTokenError);
    expect(sum(flowOf(graph, new Map([["0xada", 2n ** 256n - 1n]])).received.values())).toBe(2n ** 256n - 1n);
    expect(() => flowOf(graph, new Map([["0xada", 2n ** 256n]]))).toThrow("amounts on the chain are below 2^256");
  });
});
