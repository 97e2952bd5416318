import { describe, expect, it } from "vitest";
import {
  buildGraph,
  DuplicateError,
  directShareExact,
  directShares,
  fraction,
  type HoldingState,
  HoldingsExceedSupplyError,
  InvalidAmountError,
  InvalidIdError,
  lookThroughOfToken,
  OwnershipError,
  outsideFloat,
  type TokenState,
  UNLISTED_HOLDER,
  UnknownTokenError,
} from "../index.ts";

const SUPPLY = 10n ** 18n;

function token(id: string, change: Partial<TokenState> = {}): TokenState {
  return { id, totalSupply: SUPPLY, eligibleSupply: SUPPLY, incomePerShare: 0n, ...change };
}

function holding(token: string, holder: string, change: Partial<HoldingState> = {}): HoldingState {
  return { token, holder, balance: SUPPLY / 2n, debt: 0n, excluded: false, ...change };
}

describe("buildGraph", () => {
  it("has each holding once in both directions", () => {
    const graph = buildGraph({
      tokens: [token("0x1"), token("0x2")],
      holdings: [
        holding("0x2", "0x1"),
        holding("0x1", "a"),
        holding("0x2", "a"),
        holding("0x1", "b"),
        holding("0x1", "c", { balance: 0n }),
      ],
    });
    expect(graph.accounts).toEqual(["a", "b", "c"]);
    expect(Array.from(graph.edgeStart)).toEqual([0, 2, 4]);
    expect(Array.from(graph.edgeHolder)).toEqual([2, 3, 2, 0]);
    expect(Array.from(graph.held.subarray(graph.heldStart[2], graph.heldStart[3]))).toEqual([0, 2]);
    expect(Array.from(graph.edgeHolding)).toEqual([1, 3, 2, 0]);
  });

  it("has what accounts hold before what treasuries hold", () => {
    const graph = buildGraph({
      tokens: [token("0x1"), token("0x2")],
      holdings: [
        holding("0x1", "a", { balance: SUPPLY / 4n }),
        holding("0x1", "0x2", { balance: SUPPLY / 4n }),
        holding("0x1", "b"),
        holding("0x2", "b", { balance: SUPPLY }),
      ],
    });
    expect(Array.from(graph.edgeHolder)).toEqual([2, 3, 1, 3]);
    expect(Array.from(graph.treasuryStart)).toEqual([2, 4]);
    expect(Array.from(graph.edgeHolding)).toEqual([0, 2, 1, 3]);
  });

  it("is empty for nothing", () => {
    expect(buildGraph({ tokens: [], holdings: [] })).toMatchObject({ tokens: [], accounts: [] });
  });

  it("gives what no holding lists to who is unlisted", () => {
    const graph = buildGraph({ tokens: [token("0x1")], holdings: [holding("0x1", "a")] });
    expect(directShares(graph, "0x1")).toEqual([
      { holder: "a", share: 0.5, balance: SUPPLY / 2n },
      { holder: UNLISTED_HOLDER, share: 0.5, balance: SUPPLY / 2n },
    ]);
  });

  it("gives pools no part in income", () => {
    const graph = buildGraph({
      tokens: [token("0x1", { eligibleSupply: SUPPLY / 2n })],
      holdings: [holding("0x1", "a"), holding("0x1", "pool", { excluded: true })],
    });
    expect(lookThroughOfToken(graph, "0x1")).toMatchObject({ shares: [{ account: "a", share: 1 }], trapped: 0 });
    expect(directShareExact(graph, "0x1", "pool")).toEqual(fraction(0n));
  });

  it("traps income of a token that has next to no eligible supply", () => {
    const graph = buildGraph({
      tokens: [token("0x1", { eligibleSupply: 10n ** 15n - 1n })],
      holdings: [holding("0x1", "a", { balance: 10n ** 15n - 1n })],
    });
    expect(lookThroughOfToken(graph, "0x1")).toMatchObject({
      shares: [],
      trapped: 1,
      trappedIn: [{ tokens: ["0x1"], reason: "no-eligible-holders" }],
    });
  });

  it("says what is wrong with a state, with the value and what to do", () => {
    const messageOf = (tokens: TokenState[], holdings: HoldingState[] = []): string => {
      try {
        buildGraph({ tokens, holdings });
      } catch (error) {
        if (error instanceof OwnershipError) return `${error.name}: ${error.message}`;
        throw error;
      }
      return "no error";
    };
    const one = [token("0x1")];
    expect([
      messageOf([token("0xAB")]),
      messageOf([token("0x1"), token("0x1")]),
      messageOf([token("0x1", { totalSupply: -1n })]),
      messageOf([token("0x1", { eligibleSupply: SUPPLY + 1n })]),
      messageOf([token("0x1", { incomePerShare: -1n })]),
      messageOf(one, [holding("0x2", "a")]),
      messageOf(one, [holding("0x1", "")]),
      messageOf(one, [holding("0x1", "a", { balance: -1n })]),
      messageOf(one, [holding("0x1", "a", { balance: 2n ** 96n })]),
      messageOf(one, [holding("0x1", "a", { debt: 2n ** 157n })]),
      messageOf(one, [holding("0x1", "a"), holding("0x1", "a", { balance: 1n })]),
      messageOf(one, [holding("0x1", "a", { balance: SUPPLY + 1n })]),
      messageOf(one, [holding("0x1", "a", { balance: 1n, excluded: true })]),
    ]).toMatchInlineSnapshot(`
      [
        "InvalidIdError: A token has the id "0xAB". Ids are lower-case addresses; lower-case it before building the graph.",
        "DuplicateError: The token 0x1 is listed twice. List every token once.",
        "InvalidAmountError: Total supply of 0x1 is -1; it lies between 0 and 2^96 - 1.",
        "InvalidAmountError: Eligible supply of 0x1 is 1000000000000000001; it lies between 0 and the total supply of 1000000000000000000.",
        "InvalidAmountError: Income per share of 0x1 is -1; it never falls below 0.",
        "UnknownTokenError: A holding of a names the token 0x2, which the graph does not have. Add it to \`tokens\`.",
        "InvalidIdError: A holder of 0x1 has the id "". Ids are lower-case addresses; lower-case it before building the graph.",
        "InvalidAmountError: Balance of a in 0x1 is -1; a balance is never negative.",
        "InvalidAmountError: Balance of a in 0x1 is 79228162514264337593543950336; it lies between 0 and 2^96 - 1.",
        "InvalidAmountError: Debt of a in 0x1 is 182687704666362864775460604089535377456991567872; it lies between -2^157 and 2^157 - 1.",
        "DuplicateError: The holding 0x1 of a is listed twice. List every holding once.",
        "HoldingsExceedSupplyError: The eligible holdings of 0x1 add up to 1000000000000000001, more than its eligible supply of 1000000000000000000. Read tokens and holdings at one block.",
        "HoldingsExceedSupplyError: The excluded holdings of 0x1 add up to 1, more than its excluded supply of 0. Read tokens and holdings at one block.",
      ]
    `);
  });

  it("throws an error of its own for each cause", () => {
    const build =
      (tokens: TokenState[], holdings: HoldingState[] = []) =>
      () =>
        buildGraph({ tokens, holdings });
    expect(build([token("0xAB")])).toThrow(InvalidIdError);
    expect(build([token("0x1"), token("0x1")])).toThrow(DuplicateError);
    expect(build([token("0x1", { totalSupply: 2n ** 96n })])).toThrow(InvalidAmountError);
    expect(build([token("0x1")], [holding("a", "0x1"), holding("0x1", "a")])).toThrow(UnknownTokenError);
    expect(build([token("0x1")], [holding("0x1", "a", { balance: SUPPLY * 2n })])).toThrow(HoldingsExceedSupplyError);
  });
});

describe("outsideFloat", () => {
  it("is what treasuries don't hold", () => {
    const graph = buildGraph({
      tokens: [token("0x1"), token("0x2"), token("0x3", { totalSupply: 0n, eligibleSupply: 0n })],
      holdings: [holding("0x1", "0x2", { balance: (SUPPLY * 3n) / 4n }), holding("0x1", "a", { balance: SUPPLY / 4n })],
    });
    expect(Array.from(outsideFloat(graph))).toEqual([
      ["0x1", 0.25],
      ["0x2", 1],
      ["0x3", 0],
    ]);
  });
});
