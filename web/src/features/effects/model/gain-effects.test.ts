import { flowOf, pathsTo } from "@weft/ownership";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { ONE, sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { askGainEffects, MOST_RECEIVERS } from "./gain-effects.ts";

const NINETY = 90n * ONE;
const near = (a: bigint, b: bigint) => (a > b ? a - b : b - a) <= 10n;

/** Answers in place what the worker answers by the same functions. */
const clientOf = ({ graph }: OwnershipSnapshot): Parameters<typeof askGainEffects>[0] => ({
  flowOf: async (gains, limits) => flowOf(graph, gains, limits),
  pathsTo: async (from, to, limits) => pathsTo(graph, from, to, limits),
});

const effects = (token: string, amount: bigint, account?: string, snapshot = trioSnapshot()) =>
  askGainEffects(clientOf(snapshot), { token, amount, account });

describe("askGainEffects", () => {
  it("is the worked example: Ada 78 3/7, Ben 6 3/7, Cleo 5 1/7, by their ways", async () => {
    const { receivers } = await effects(tokens.ada, NINETY);
    expect(receivers.map(({ account }) => account)).toEqual([wallets.ada, wallets.ben, wallets.cleo]);
    const [ada, ben, cleo] = receivers;
    expect(near(ada?.amount ?? 0n, (549n * ONE) / 7n)).toBe(true);
    expect(near(ben?.amount ?? 0n, (45n * ONE) / 7n)).toBe(true);
    expect(near(cleo?.amount ?? 0n, (36n * ONE) / 7n)).toBe(true);
    expect(ada?.ways.map(({ path }) => path)).toEqual([
      [tokens.ada, wallets.ada],
      [tokens.ada, tokens.trio, wallets.ada],
    ]);
    expect(cleo?.ways.map(({ path }) => path)).toEqual([[tokens.ada, tokens.trio, tokens.cleo, wallets.cleo]]);
  });

  it("puts the reader first", async () => {
    const { receivers } = await effects(tokens.ada, NINETY, wallets.cleo);
    expect(receivers.map(({ account }) => account)).toEqual([wallets.cleo, wallets.ada, wallets.ben]);
  });

  it("adds up to the gain, and the ways to what each receives, to the wei", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(1n, 10n ** 30n), fc.constantFrom(...Object.values(tokens)), async (amount, token) => {
        const { receivers, others, trapped } = await effects(token, amount);
        const sum = (parts: readonly { readonly amount: bigint }[]) =>
          parts.reduce((total, part) => total + part.amount, 0n);
        expect(sum(receivers) + others.amount + trapped).toBe(amount);
        for (const { ways, amount: received } of receivers) expect(sum(ways)).toBe(received);
      }),
      { numRuns: 50 },
    );
  });

  it("adds up small receivers", async () => {
    const holdings = Array.from({ length: 12 }, (_, index) => ({
      token: tokens.ada,
      holder: sampleAddress(0x100 + index),
      balance: BigInt(50 - index) * ONE,
    }));
    const person = { address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada };
    const { receivers, others } = await effects(tokens.ada, NINETY, undefined, sampleSnapshot([person], holdings));
    expect(receivers).toHaveLength(MOST_RECEIVERS - 1);
    expect(others.count).toBe(5);
  });
});
