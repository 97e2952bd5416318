import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AbortedError,
  buildGraph,
  lookThroughOfToken,
  OwnershipError,
  type OwnershipState,
  planSettlement,
  type SettleState,
  type WhatIf,
  whatIfAdmission,
  whatIfRealize,
  whatIfSale,
  whatIfStake,
} from "../index.ts";
import { arbitraryState, totalClaimable } from "../testing/arbitrary-state.ts";
import { TRIO, TRIO_PAID_SEVENTHS } from "../testing/trio.ts";

const SHARES = 10n ** 18n;
const TOLERANCE = 1e-6;

/** Every look-through share of a state, by account and token. */
function allShares(state: SettleState): Map<string, number> {
  const graph = buildGraph(state);
  return new Map(
    state.tokens.flatMap(({ id }) =>
      lookThroughOfToken(graph, id).shares.map(({ account, share }) => [`${account} in ${id}`, share] as const),
    ),
  );
}

/** Holds what is listed against a comparison of everything with everything. */
function expectAllChanges(before: OwnershipState, { after, shares }: WhatIf): void {
  const [was, is] = [allShares(before), allShares(after)];
  const listed = new Map(shares.map((change) => [`${change.account} in ${change.token}`, change]));
  for (const key of new Set([...was.keys(), ...is.keys(), ...listed.keys()])) {
    const [from, to] = [was.get(key) ?? 0, is.get(key) ?? 0];
    const change = listed.get(key);
    if (Math.abs(to - from) > TOLERANCE * 1.001) expect(change).toBeDefined();
    if (change === undefined) continue;
    expect(Math.abs(to - from)).toBeGreaterThan(TOLERANCE * 0.999);
    expect(change.before).toBeCloseTo(from, 9);
    expect(change.after).toBeCloseTo(to, 9);
  }
}

/** A holder that has shares, by chance, and how many of them. */
const pick = fc.record({ at: fc.nat(), part: fc.bigInt(1n, 1000n), to: fc.nat() });

function drawSale(state: OwnershipState, { at, part, to }: { at: number; part: bigint; to: number }) {
  const held = state.holdings.filter(({ balance }) => balance > 0n);
  const { token, holder, balance } = held[at % held.length] as OwnershipState["holdings"][number];
  const others = [...new Set(state.holdings.map((holding) => holding.holder)), "0xnew"].filter((id) => id !== token);
  return { token, from: holder, to: others[to % others.length] as string, amount: (balance * part + 999n) / 1000n };
}

describe("whatIfSale", () => {
  it("lists every look-through share that changes, and no other", () => {
    fc.assert(
      fc.property(arbitraryState({ open: true }), pick, (state, draw) => {
        expectAllChanges(state, whatIfSale(state, drawSale(state, draw)));
      }),
      { numRuns: 60 },
    );
  });

  it("takes at most 1 wei from a claimable, and adds to none", () => {
    fc.assert(
      fc.property(arbitraryState({ open: true }), pick, (state, draw) => {
        const sale = drawSale(state, draw);
        const { claimables, after } = whatIfSale(state, sale, { dust: 0n });
        const parties = sale.from === sale.to ? [] : [sale.from, sale.to];
        for (const { holder, before, after: now } of claimables) {
          expect(parties).toContain(holder);
          expect(before - now).toBe(1n);
        }
        expect(totalClaimable(state) - totalClaimable(after)).toBe(BigInt(claimables.length));
        expect(whatIfSale(state, sale).claimables).toEqual([]);
      }),
    );
  });

  it("changes nothing where nothing moves", () => {
    const nothing = { shares: [], claimables: [], due: [], unlistedAccounts: 0, after: TRIO };
    expect(whatIfSale(TRIO, { token: "0xada", from: "ada", to: "ada", amount: SHARES })).toEqual(nothing);
    expect(whatIfSale(TRIO, { token: "0xada", from: "ada", to: "ben", amount: 0n })).toEqual(nothing);
  });

  it("lists the most affected accounts, and counts the others", () => {
    const sale = { token: "0x7210", from: "ada", to: "ben", amount: 30_000n * SHARES };
    const { shares, unlistedAccounts } = whatIfSale(TRIO, sale, { maxAccounts: 1 });
    expect(new Set(shares.map(({ account }) => account)).size).toBe(1);
    expect(unlistedAccounts).toBe(1);
    expect(shares.map(({ token }) => token).sort()).toEqual(["0x7210", "0xada", "0xben", "0xcleo"]);
  });
});

describe("whatIfStake", () => {
  const rate = fc.bigInt(10n ** 16n, 10n ** 19n);

  it("lists every look-through share that changes, and no other", () => {
    fc.assert(
      fc.property(arbitraryState({ open: true }), pick, rate, (state, draw, perShare) => {
        const { token: member, from: account, amount } = drawSale(state, draw);
        const network = state.tokens[draw.to % state.tokens.length]?.id as string;
        const shares = (amount * perShare) / SHARES;
        fc.pre(member !== network && !account.startsWith("0xt") && shares > 0n && shares < 10n ** 28n);
        const change = whatIfStake(state, { network, member, account, amount, rate: perShare });
        expectAllChanges(state, change);
        const supply = (of: SettleState) => of.tokens.find(({ id }) => id === network)?.totalSupply as bigint;
        expect(supply(change.after) - supply(state)).toBe(shares);
      }),
      { numRuns: 60 },
    );
  });

  it("shows that who comes in shares in what was not harvested", () => {
    const gain = 90n * SHARES;
    const { after: realized } = whatIfRealize(TRIO, { token: "0xada", amount: gain });
    const stake = { network: "0x7210", member: "0xben", account: "ben", amount: 100_000n * SHARES, rate: SHARES };
    const { due, shares } = whatIfStake(realized, stake);
    const change = (account: string): bigint => {
      const found = due.find((candidate) => candidate.account === account);
      return (found?.after ?? 0n) - (found?.before ?? 0n);
    };
    expect(change("ben")).toBeGreaterThan(SHARES);
    expect(change("ada")).toBeLessThan(-SHARES);
    expect(Math.abs(Number(change("ada") + change("ben") + change("cleo")))).toBeLessThan(100);
    expect(shares.find(({ account, token }) => account === "ada" && token === "0xben")?.after).toBeGreaterThan(0.07);
  });
});

describe("whatIfAdmission", () => {
  const newcomer = { id: "0xdora", totalSupply: 10n ** 24n, eligibleSupply: 10n ** 24n, incomePerShare: 0n };
  const state: OwnershipState = {
    tokens: [...TRIO.tokens, newcomer],
    holdings: [...TRIO.holdings, { token: "0xdora", holder: "dora", balance: 10n ** 24n, debt: 0n, excluded: false }],
  };
  const terms = { member: "0xdora", account: "dora", rate: SHARES / 2n, cap: 200_000n * SHARES };

  it("is a stake of all that the terms take", () => {
    const admission = whatIfAdmission(state, { network: "0x7210", terms });
    const { member, account, rate, cap: amount } = terms;
    expect(admission).toEqual(whatIfStake(state, { network: "0x7210", member, account, rate, amount }));
    const share = (of: string, token: string) =>
      admission.shares.find((change) => change.account === of && change.token === token);
    // A fourth of the network each, and Cleo's goes round: t = 20 + c/5, c = t/4.
    expect(share("ada", "0xdora")?.before).toBe(0);
    expect(share("ada", "0xdora")?.after).toBeCloseTo((0.2 / 0.95) * 0.25, 12);
    expect(share("dora", "0xdora")?.after).toBeCloseTo(0.8 + (0.2 / 0.95) * 0.25, 12);
  });

  it("says what the terms refuse", () => {
    const messageOf = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        if (error instanceof OwnershipError) return `${error.name}: ${error.message}`;
        throw error;
      }
      return "no error";
    };
    const admit = (change: Partial<typeof terms> & { maxMemberSupply?: bigint }, more = {}) =>
      messageOf(() => whatIfAdmission(state, { network: "0x7210", terms: { ...terms, ...change }, ...more }));
    const stake = { network: "0x7210", member: "0xdora", account: "dora", amount: 1n, rate: 1n };
    expect([
      admit({}, { amount: terms.cap + 1n }),
      admit({ maxMemberSupply: 5n }),
      admit({ rate: SHARES * 2n }),
      admit({ account: "ben" }),
      messageOf(() => whatIfStake(state, { ...stake, member: "0x7210" })),
      messageOf(() => whatIfStake(state, stake)),
      messageOf(() => whatIfStake(state, { ...stake, amount: SHARES, rate: 2n ** 96n })),
      messageOf(() => whatIfSale(state, { token: "0xada", from: "ada", to: "ben", amount: -1n })),
      messageOf(() => whatIfSale(state, { token: "0xeve", from: "ada", to: "ben", amount: 1n })),
      messageOf(() => whatIfRealize(state, { token: "0xada", amount: 0n })),
      messageOf(() => whatIfRealize(state, { token: "0xada", amount: 2n ** 110n })),
      messageOf(() => whatIfRealize(state, { token: "0xada", amount: 1n, duration: 1n })),
      messageOf(() => whatIfRealize(state, { token: "0xada", amount: 1n, duration: 10n ** 9n }, { timestamp: 1n })),
      messageOf(() => whatIfSale(state, { token: "0xada", from: "ada", to: "ben", amount: 1n }, { tolerance: -1 })),
    ]).toMatchInlineSnapshot(`
      [
        "InvalidAmountError: The stake is 200000000000000000000001; the terms take in at most 200000000000000000000000.",
        "InvalidAmountError: Total supply of 0xdora is 1000000000000000000000000; the terms are for 5 at most.",
        "InvalidAmountError: New shares of 0x7210 is 400000000000000000000000; terms mint at most as many as there are, 300000000000000000000000.",
        "InsufficientSharesError: ben has 0 wei of shares of 0xdora, fewer than the 200000000000000000000000 that are to move. Move no more.",
        "InvalidAmountError: A stake in 0x7210 is 1; a network is no member of itself; stake another token.",
        "InvalidAmountError: A stake in 0x7210 is 1; at a rate of 1 it gives no share; stake more.",
        "InvalidAmountError: Total supply of 0x7210 is 79228462514264337593543950336; it lies between 0 and 2^96 - 1.",
        "InvalidAmountError: An amount of 0xada is -1; it is not negative.",
        "UnknownTokenError: What would happen names the token 0xeve, which the graph does not have. Add it to \`tokens\`.",
        "InvalidAmountError: A gain of 0xada is 0; it is 1 wei at least.",
        "InvalidAmountError: What 0xada holds is 1298074214633706907132624082305024; it is at most 2^110 - 1.",
        "InvalidAmountError: Duration of a gain of 0xada is 1; say the timestamp from which it streams.",
        "InvalidAmountError: Duration of a gain of 0xada is 1000000000; it lies between 0 and 126230400.",
        "InvalidAmountError: The tolerance is -1; it is not negative.",
      ]
    `);
  });
});

describe("whatIfRealize", () => {
  const gain = 90n * SHARES;

  it("tells what everybody is due in the end, and changes nobody's share", () => {
    const { shares, due, claimables, after } = whatIfRealize(TRIO, { token: "0xada", amount: gain });
    expect(shares).toEqual([]);
    for (const { account, before, after: now } of due) {
      expect(before).toBe(0n);
      const exact = ((TRIO_PAID_SEVENTHS.get(account) as bigint) * SHARES) / 7n;
      expect(Math.abs(Number(now - exact))).toBeLessThan(100);
      const plan = planSettlement(after, account, { costPerHop: 0n, costPerClaim: 0n });
      expect(Math.abs(Number(plan.quote - now))).toBeLessThan(100);
    }
    expect(due.map(({ account }) => account)).toEqual(["ada", "ben", "cleo"]);
    expect(claimables).toEqual([
      { holder: "ada", token: "0xada", before: 0n, after: 72n * SHARES - 1n },
      { holder: "0x7210", token: "0xada", before: 0n, after: 18n * SHARES - 1n },
    ]);
  });

  it("looks at a gain that streams when it has come in", () => {
    const request = { token: "0xada", amount: gain, duration: 1000n };
    const atEnd = whatIfRealize(TRIO, request, { timestamp: 5000n });
    expect(atEnd.claimables.map(({ after }) => after)).toEqual([72n * SHARES - 1n, 18n * SHARES - 1n]);
    expect(atEnd.after.tokens[0]).toMatchObject({ streamLeft: gain, lastAccrual: 5000n, streamEnd: 6000n });
    const halfway = whatIfRealize(TRIO, request, { timestamp: 5000n, until: 5500n });
    expect(halfway.claimables.map(({ after }) => after)).toEqual([36n * SHARES - 1n, 9n * SHARES - 1n]);
    const longer = whatIfRealize(atEnd.after, { ...request, duration: 4000n }, { timestamp: 5500n });
    // Half of the first gain is left for 500 seconds: 45 × 500 + 90 × 4000 over 135, rounded up.
    expect(longer.after.tokens[0]).toMatchObject({ streamLeft: 135n * SHARES, streamEnd: 5500n + 2834n });
  });

  it("can be watched and stopped", () => {
    const sale = { token: "0x7210", from: "ada", to: "ben", amount: SHARES };
    const told: number[] = [];
    whatIfSale(TRIO, sale, { onProgress: (done, total) => told.push(done / total) });
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(() => whatIfSale(TRIO, sale, { signal: { aborted: true } })).toThrow(AbortedError);
  });
});
