import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import {
  type Abi,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  encodeErrorResult,
  HttpRequestError,
  InsufficientFundsError,
  UserRejectedRequestError,
} from "viem";
import { describe, expect, test } from "vitest";
import { NotDeployedError } from "../../chain/contracts.ts";
import { IndexQueryError, IndexUnreachableError } from "../../data/query-graphql.ts";
import { IndexAnswerError } from "../../data/read-answer.ts";
import { explainError, isRejection } from "./explain-error.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

/** What viem throws when a contract refuses with an error of its own. */
function refusal(abi: Abi, errorName: string, args: readonly unknown[]): Error {
  const data = encodeErrorResult({ abi, errorName, args });
  const cause = new ContractFunctionRevertedError({ abi, data, functionName: "test" });
  return new ContractFunctionExecutionError(cause, { abi, functionName: "test", contractAddress: ADA });
}

describe("a contract's own errors come with their values", () => {
  test.each([
    [
      networkTokenAbi,
      "TermsExpired",
      [3n, 1_795_341_600n],
      "These terms have ended",
      /^They ended on 22 Nov 2026, \d\d:\d\d\.$/,
    ],
    [
      networkTokenAbi,
      "TermsOverfilled",
      [0n, 12_000n * 10n ** 18n, 500n * 10n ** 18n],
      "These terms don’t take that many shares",
      /^12,000 were offered, 500 are left under these terms\.$/,
    ],
    [personalTokenAbi, "NothingToClaim", [ADA], "Nothing is due", /paid out already/],
  ] as const)("%#: %s", (abi, name, args, title, detail) => {
    const explained = explainError(refusal(abi as Abi, name, args));
    expect(explained.title).toBe(title);
    expect(explained.detail).toMatch(detail);
    expect(explained.next).not.toBe("");
  });

  test("an error without words of ours keeps its name and values", () => {
    const abi: Abi = [{ type: "error", name: "HarbourFrozenOver", inputs: [{ name: "pilot", type: "address" }] }];
    expect(explainError(refusal(abi, "HarbourFrozenOver", [ADA]))).toEqual({
      title: "Harbour frozen over",
      detail: "The contract gives: 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266.",
      next: "Change what you asked for, then check again.",
    });
  });

  test("an error that no interface knows keeps its selector", () => {
    const cause = new ContractFunctionRevertedError({ abi: [], data: "0xdeadbeef", functionName: "test" });
    expect(explainError(cause).detail).toBe("It gives the unknown error 0xdeadbeef.");
  });

  test("a reason in words is passed on", () => {
    const cause = new ContractFunctionRevertedError({ abi: [], functionName: "test", message: "the door is closed" });
    expect(explainError(cause).detail).toBe("the door is closed.");
  });
});

test.each([
  [new UserRejectedRequestError(new Error("no")), "The wallet declined"],
  [Object.assign(new Error("denied"), { code: 4001 }), "The wallet declined"],
  [new InsufficientFundsError(), "Not enough for the network fee"],
  [new HttpRequestError({ url: "http://127.0.0.1:8545" }), "The chain can’t be reached"],
  [new Error("outer", { cause: new HttpRequestError({ url: "http://127.0.0.1:8545" }) }), "The chain can’t be reached"],
  [new NotDeployedError(5), "Weft is not on this chain"],
  [new IndexUnreachableError("http://127.0.0.1:8000", "nothing answers"), "The index can’t be read"],
  [new IndexQueryError(["bad field"]), "The index refused the question"],
  [new IndexAnswerError("Holding.balance", "x", "a whole number"), "The index answered something that can’t be right"],
  [new Error("odd"), "Something went wrong"],
  ["just text", "Something went wrong"],
  [undefined, "Something went wrong"],
])("%s: %s", (error, title) => {
  const explained = explainError(error);
  expect(explained.title).toBe(title);
  expect(explained.detail).not.toBe("");
});

test.each([
  [new IndexQueryError(["connection lost"]), "connection lost."],
  [new IndexQueryError(["connection lost", "no such field"]), "connection lost. no such field."],
  [new Error("Is it there?"), "Is it there?"],
  [new Error("It says “no.”"), "It says “no.”"],
  [new Error("odd "), "odd."],
])("%s: ends as a sentence, so that the next can follow", (error, detail) => {
  expect(explainError(error).detail).toBe(detail);
});

test("an error that is its own cause is still explained", () => {
  const error = new Error("round");
  error.cause = error;
  expect(explainError(error).detail).toBe("round.");
});

test("only the owner's no is a rejection", () => {
  expect(isRejection(new UserRejectedRequestError(new Error("no")))).toBe(true);
  expect(isRejection(new Error("outer", { cause: Object.assign(new Error("no"), { code: 4001 }) }))).toBe(true);
  expect(isRejection(new InsufficientFundsError())).toBe(false);
});
