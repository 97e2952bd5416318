import { decodeFunctionData } from "viem";
import { expect, it } from "vitest";
import { networkTokenAbi } from "../../../chain/contracts.ts";
import { tokens } from "../../../data/testing/trio.ts";
import { sampleEntry, sampleExit, sampleFounding, sampleRecord } from "../../network/model/testing.ts";
import { endableTerms, endTermsCall } from "./end-terms.ts";
import { sampleGovernance } from "./testing.ts";

/** The first second in which a vote that is proposed at second 0 can be put into force. */
const EARLIEST = 4 * 86_400 + 1;
const lasting = { ...sampleEntry, expiry: EARLIEST };
const numbers = (...terms: readonly (typeof sampleEntry)[]) =>
  endableTerms({ ...sampleRecord, terms, exits: [] }, sampleGovernance, 0).map(({ number }) => number);

it("ends voted terms of both ways that outlast the vote", () => {
  const exits = [{ ...sampleExit, number: 1, expiry: EARLIEST }];
  const record = { ...sampleRecord, terms: [lasting], exits };
  expect(endableTerms(record, sampleGovernance, 0).map(({ number }) => number)).toEqual([1, 3]);
  expect(endableTerms(record, sampleGovernance, 1)).toEqual([]);
});

it("leaves out founding terms, and those under which nothing can be done any more", () => {
  expect(numbers({ ...sampleFounding, status: "open", used: 0n, expiry: EARLIEST })).toEqual([]);
  expect(numbers({ ...lasting, used: lasting.cap })).toEqual([]);
  expect(numbers({ ...lasting, status: "cancelled" }, lasting)).toEqual([3]);
});

it("is the network's call, by number", () => {
  const { target, calldata } = endTermsCall({ address: tokens.trio }, 3);
  expect(target).toBe(tokens.trio);
  expect(decodeFunctionData({ abi: networkTokenAbi, data: calldata })).toEqual({
    functionName: "cancelTerms",
    args: [3n],
  });
});
