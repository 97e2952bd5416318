import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildGraph,
  buildGraphOfColumns,
  columnsOf,
  DuplicateError,
  edgeBalance,
  type HoldingColumns,
  HoldingsExceedSupplyError,
  InvalidAmountError,
  InvalidColumnsError,
  InvalidIdError,
  type OwnershipColumns,
  type OwnershipError,
  stateOf,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";

describe("columns", () => {
  it("hold a state and build its graph", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const columns = columnsOf(state);
        expect(stateOf(columns)).toEqual(state);
        expect(buildGraphOfColumns(columns)).toEqual(buildGraph(state));
      }),
    );
  });

  it("keep the largest and the smallest figures", () => {
    const supply = 2n ** 96n - 1n;
    const state = {
      tokens: [{ id: "0x1", totalSupply: supply, eligibleSupply: supply, incomePerShare: 2n ** 187n }],
      holdings: [
        { token: "0x1", holder: "a", balance: supply, debt: 2n ** 157n - 1n, excluded: false },
        { token: "0x1", holder: "b", balance: 0n, debt: -(2n ** 157n), excluded: false },
        { token: "0x1", holder: "c", balance: 0n, debt: -1n, excluded: false },
      ],
    };
    expect(stateOf(columnsOf(state))).toEqual(state);
    expect(edgeBalance(buildGraph(state), 0)).toBe(supply);
  });

  it("say what is wrong with them", () => {
    const supply = 10n ** 18n;
    const good = (): OwnershipColumns =>
      columnsOf({
        tokens: [{ id: "0x1", totalSupply: supply, eligibleSupply: supply, incomePerShare: 0n }],
        holdings: ["a", "b"].map((holder) => ({
          token: "0x1",
          holder,
          balance: supply / 2n,
          debt: 0n,
          excluded: false,
        })),
      });
    const withHoldings = (change: Partial<HoldingColumns>) => ({
      ...good(),
      holdings: { ...good().holdings, ...change },
    });
    const cases: readonly [OwnershipColumns, new (...args: never[]) => OwnershipError][] = [
      [withHoldings({ token: Uint32Array.of(0, 1) }), InvalidColumnsError],
      [withHoldings({ holder: Uint32Array.of(1, 3) }), InvalidColumnsError],
      [withHoldings({ balance: new BigUint64Array(3) }), InvalidColumnsError],
      [withHoldings({ balance: BigUint64Array.of(0n, 2n ** 63n, 0n, 0n) }), InvalidAmountError],
      [withHoldings({ balance: BigUint64Array.of(supply, 0n, 1n, 0n) }), HoldingsExceedSupplyError],
      [withHoldings({ holder: Uint32Array.of(1, 1) }), DuplicateError],
      [{ ...good(), accounts: ["a", "a"] }, DuplicateError],
      [{ ...good(), accounts: ["a", "B"] }, InvalidIdError],
    ];
    const messages = cases.map(([columns, kind]) => {
      try {
        buildGraphOfColumns(columns);
      } catch (error) {
        expect(error).toBeInstanceOf(kind);
        return (error as OwnershipError).message;
      }
      return "no error";
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "The column \`token\` names number 1 at holding 1, and there are only 1. Make columns with \`columnsOf\`, or check how they were filled.",
        "The column \`holder\` names number 3 at holding 1, and there are only 3. Make columns with \`columnsOf\`, or check how they were filled.",
        "The column \`balance\` has 3 entries where the others ask for 4. Make columns with \`columnsOf\`, or check how they were filled.",
        "Balance of a in 0x1 is -170141183460469231731687303715884105728; a balance is never negative.",
        "The eligible holdings of 0x1 add up to 1000000000000000001, more than its eligible supply of 1000000000000000000. Read tokens and holdings at one block.",
        "The holding 0x1 of a is listed twice. List every holding once.",
        "The account a is listed twice. List every account once.",
        "An account has the id "B". Ids are lower-case addresses; lower-case it before building the graph.",
      ]
    `);
  });
});
