import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildGraph,
  connectedProfitOfNetworks,
  connectedProfitOfPerson,
  InvalidAmountError,
  lookThroughExact,
  NotAnAccountError,
  UnknownTokenError,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { TRIO } from "../testing/trio.ts";

const GAIN = 90n * 10n ** 18n;

describe("connected profit", () => {
  it("of the worked example: Ada keeps 78 3/7 of 90, TRIO receives 19 2/7", () => {
    const graph = buildGraph(TRIO);
    const { connected, own, trapped } = connectedProfitOfPerson(graph, "0xada", "ada", GAIN);
    expect(own - (549n * 10n ** 18n) / 7n).toBeLessThan(100n);
    expect(connected).toBe(GAIN - own);
    expect(trapped).toBe(0n);
    const received = connectedProfitOfNetworks(graph, ["0x7210"], new Map([["0xada", GAIN]])).get("0x7210") as bigint;
    const off = received - (135n * 10n ** 18n) / 7n;
    expect(off < 0n ? -off : off).toBeLessThan(100n);
  });

  it("is realized × (1 − look-through share), less what is trapped", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4, open: true }), fc.bigInt(0n, 10n ** 27n), (state, realized) => {
        const graph = buildGraph(state);
        for (const { id } of state.tokens) {
          const { shares, trapped } = lookThroughExact(graph, id);
          const share = shares.find(({ account }) => account === "0xa0")?.share ?? { n: 0n, d: 1n };
          const found = connectedProfitOfPerson(graph, id, "0xa0", realized);
          expect(found.connected + found.own + found.trapped).toBe(realized);
          const exact = (realized * (share.d - share.n)) / share.d - (realized * trapped.n) / trapped.d;
          const off = found.connected - exact;
          expect(off < 0n ? -off : off).toBeLessThan(100n);
        }
      }),
    );
  });

  it("of a person who holds nothing is all of it, and says what is wrong with a question", () => {
    const graph = buildGraph(TRIO);
    expect(connectedProfitOfPerson(graph, "0xada", "dora", 90n)).toEqual({ connected: 90n, own: 0n, trapped: 0n });
    expect(() => connectedProfitOfPerson(graph, "0xada", "0xben", 1n)).toThrow(NotAnAccountError);
    expect(() => connectedProfitOfPerson(graph, "0xdora", "ada", 1n)).toThrow(UnknownTokenError);
    expect(() => connectedProfitOfPerson(graph, "0xada", "ada", -1n)).toThrow(InvalidAmountError);
    expect(() => connectedProfitOfNetworks(graph, ["ada"], new Map())).toThrow(UnknownTokenError);
  });
});
