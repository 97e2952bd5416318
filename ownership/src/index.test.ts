import { expect, it } from "vitest";
import * as ownership from "./index.ts";

it("exports these names", () => {
  expect(Object.keys(ownership).sort()).toMatchInlineSnapshot(`
    [
      "DivisionByZeroError",
      "DuplicateError",
      "HoldingsExceedSupplyError",
      "INCOME_PER_SHARE_BITS",
      "InvalidAmountError",
      "InvalidIdError",
      "MAX_TOTAL_SUPPLY",
      "MIN_ELIGIBLE_SUPPLY",
      "NotAnAccountError",
      "OwnershipError",
      "UNLISTED_HOLDER",
      "UnknownTokenError",
      "accrue",
      "accrueStream",
      "addFractions",
      "amplification",
      "bookValue",
      "bookValueExact",
      "buildGraph",
      "circlesOf",
      "claimableOf",
      "directShareExact",
      "directShares",
      "divideFractions",
      "finalValue",
      "flowOf",
      "fraction",
      "lookThroughExact",
      "lookThroughOfAccount",
      "lookThroughOfToken",
      "multiplyFractions",
      "outsideFloat",
      "pathsTo",
      "planSettleEveryone",
      "planSettlement",
      "simulateSettle",
      "subtractFractions",
      "toNumber",
      "valuesOf",
    ]
  `);
});
