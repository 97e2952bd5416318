import { encodeFunctionData, parseAbi } from "viem";
import { expect, test } from "vitest";
import { personalTokenAbi } from "../../../chain/contracts.ts";
import { transactRequest } from "../transact-request.ts";
import { callsOf, type Signature, signaturesOf } from "./signatures-of.ts";
import type { Spend, TransactStep } from "./transact-plan.ts";

const TOKEN = "0x00000000000000000000000000000000000000a1";
const DOLLAR = "0x00000000000000000000000000000000000000d0";
const APPROVE = parseAbi(["function approve(address spender, uint256 amount)"]);
const AMOUNT = 12_000_000n;

const realize = transactRequest({
  address: TOKEN,
  abi: personalTokenAbi,
  functionName: "realize",
  args: [AMOUNT, 0n, "https://example.org"],
});

function stepOf(spend: Partial<Spend> = {}): TransactStep {
  const whole = { token: DOLLAR, spender: TOKEN, amount: AMOUNT, figure: "12 dUSD", ...spend } as const;
  return { key: "realize", title: "realize 12 dUSD", request: realize, spend: whole };
}

const known = (allowed: bigint, canPermit = false) => ({
  allowances: new Map([["realize", allowed]]),
  canPermit,
  done: new Set<string>(),
});

/** The calls as a chain reads them. */
const dataOf = (signatures: readonly Signature[]) =>
  callsOf(signatures).map(({ request: { abi, functionName, args } }) =>
    encodeFunctionData({ abi, functionName, args }),
  );
const approval = (amount: bigint) =>
  encodeFunctionData({ abi: APPROVE, functionName: "approve", args: [TOKEN, amount] });

test("exactly the amount is allowed, and nothing is sent along", () => {
  const signatures = signaturesOf([stepOf({ fromZero: true })], known(0n, true));
  expect(dataOf(signatures)).toEqual([approval(AMOUNT), dataOf(signatures)[1]]);
  expect(callsOf(signatures).map(({ request }) => request.value)).toEqual([undefined, undefined]);
  expect(signatures.map(({ title }) => title)).toEqual(["allow exactly 12 dUSD", "realize 12 dUSD"]);
});

test("what is allowed already is not asked for again, however much it is", () => {
  for (const allowed of [AMOUNT, AMOUNT * 2n]) {
    expect(signaturesOf([stepOf({ fromZero: true })], known(allowed)).map(({ key }) => key)).toEqual(["realize"]);
  }
});

test("too small a rest is taken back first, where a token may change what is allowed only from zero", () => {
  expect(dataOf(signaturesOf([stepOf({ fromZero: true })], known(5n))).slice(0, 2)).toEqual([
    approval(0n),
    approval(AMOUNT),
  ]);
  expect(dataOf(signaturesOf([stepOf()], known(5n)))[0]).toBe(approval(AMOUNT));
});

test("an approval is understood whether the token returns something or nothing", () => {
  const [allow] = callsOf(signaturesOf([stepOf()], known(0n)));
  expect(allow?.request.abi).toMatchObject([{ name: "approve", outputs: [] }]);
});
