import { networkTokenAbi, personalTokenAbi, settlementAbi } from "@weft/abis";
import { type Abi, ContractFunctionExecutionError, ContractFunctionRevertedError, encodeErrorResult } from "viem";
import { expect, test, vi } from "vitest";
import { explainError } from "./explain-error.ts";

vi.mock("../../chain/currency.ts", () => ({ currencyUnit: { symbol: "dUSD", decimals: 6 } }));

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const SHARE = 10n ** 18n;

/** What the page says when `functionName` is refused with an error of its own. */
function wordsFor(contract: Abi, functionName: string, errorName: string, args: readonly unknown[]): string {
  const abi = contract.filter(({ type }) => type === "error");
  const data = encodeErrorResult({ abi, errorName, args });
  const cause = new ContractFunctionRevertedError({ abi, data, functionName });
  const { title, detail } = explainError(
    new ContractFunctionExecutionError(cause, { abi, functionName, contractAddress: ADA }),
  );
  return `${title}: ${detail}`;
}

test("what was paid is said in the currency's own unit", () => {
  expect(wordsFor(settlementAbi as Abi, "settle", "PaidTooLittle", [5_000_000n, 6_428_571n])).toContain(
    "5 dUSD in place of at least 6.429 dUSD;",
  );
  expect(wordsFor(personalTokenAbi as Abi, "issue", "StreamStillRuns", [4_500_000n, 1_795_341_600n])).toContain(
    "4.5 dUSD are left,",
  );
  expect(wordsFor(personalTokenAbi as Abi, "realize", "IncomeAboveLimit", [7_000_000n, 2_000_000n])).toContain(
    "at most 2 dUSD.",
  );
});

test("what was sent along is said in the chain's coin, which it is", () => {
  expect(wordsFor(personalTokenAbi as Abi, "realize", "WrongValue", [SHARE, 0n])).toContain("Sent 1 ETH, named 0 ETH.");
});

test.each(["realize", "distribute"])("what is missing for %s is the currency", (functionName) => {
  const abi = personalTokenAbi as Abi;
  expect(wordsFor(abi, functionName, "ERC20InsufficientBalance", [ADA, 2_000_000n, 3_500_000n])).toBe(
    "Not enough dUSD: The account has 2 dUSD, this needs 3.5 dUSD.",
  );
  expect(wordsFor(abi, functionName, "ERC20InsufficientAllowance", [ADA, 0n, 3_500_000n])).toBe(
    "The token may not take this amount yet: It was allowed 0 dUSD, this needs 3.5 dUSD.",
  );
});

test("what is missing for a stake is shares, which have 18 decimals in every currency", () => {
  const abi = networkTokenAbi as Abi;
  expect(wordsFor(abi, "stake", "ERC20InsufficientBalance", [ADA, 2n * SHARE, 3n * SHARE])).toBe(
    "Not enough shares: The account has 2, this needs 3.",
  );
});
