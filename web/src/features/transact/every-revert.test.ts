import { equityRegistryAbi, networkGovernorAbi, networkTokenAbi, personalTokenAbi, settlementAbi } from "@weft/abis";
import { type Abi, ContractFunctionRevertedError, encodeErrorResult } from "viem";
import { expect, test } from "vitest";
import { explainRevert } from "./explain-revert.ts";

/** Errors that no act of a reader can meet: deployment, re-entry, malformed signatures, queues. They keep their name. */
const NAME_IS_ENOUGH = new Set([
  "AlreadyInitialized",
  "CheckpointUnorderedInsertion",
  "CloneArgumentsTooLong",
  "CoinNotAccepted",
  "CurrencyDecimalsTooFew",
  "DayOutOfRange",
  "ECDSAInvalidSignature",
  "ECDSAInvalidSignatureLength",
  "ECDSAInvalidSignatureS",
  "ERC20InvalidApprover",
  "ERC20InvalidSender",
  "ERC20InvalidSpender",
  "ERC5805FutureLookup",
  "FailedDeployment",
  "GovernorAlreadyQueuedProposal",
  "GovernorDisabledDeposit",
  "GovernorInvalidProposalLength",
  "GovernorInvalidQuorumFraction",
  "GovernorInvalidSignature",
  "GovernorInvalidVoteParams",
  "GovernorInvalidVoteType",
  "GovernorInvalidVotingPeriod",
  "GovernorOnlyExecutor",
  "GovernorPreventLateQuorumVoteExtensionTooLarge",
  "GovernorProposalQueueingFailed",
  "GovernorProposalQueueingNotRequired",
  "ImplementationDoesNotFit",
  "InvalidAccountNonce",
  "InvalidInitialization",
  "KindUnknown",
  "NotInitializing",
  "OnlyPersonalToken",
  "OnlyRegistry",
  "OnlySelf",
  "ReentrancyGuardReentrantCall",
  "SafeCastOverflowedUintDowncast",
]);

const errors = new Map(
  [equityRegistryAbi, personalTokenAbi, networkTokenAbi, networkGovernorAbi, settlementAbi]
    .flatMap((abi) => abi as Abi)
    .filter((item) => item.type === "error")
    .map((error) => [error.name, error]),
);

const SAMPLES: Readonly<Record<string, unknown>> = {
  address: "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
  bool: true,
  string: "text",
};

function sample(type: string): unknown {
  if (type in SAMPLES) return SAMPLES[type];
  if (/^u?int(8|16|32|48)$/.test(type)) return 7;
  if (/^u?int/.test(type)) return 7n;
  if (type.startsWith("bytes")) return `0x${"00".repeat(Number(type.slice(5) || 4))}`;
  throw new Error(`No sample for ${type}.`);
}

test("the interfaces have errors", () => {
  expect(errors.size).toBeGreaterThan(20);
});

test.each([...errors.keys()].filter((name) => !NAME_IS_ENOUGH.has(name)))("%s has words of its own", (name) => {
  const error = errors.get(name);
  if (error?.type !== "error") throw new Error(`${name} is no error.`);
  const args = error.inputs.map(({ type }) => sample(type));
  const data = encodeErrorResult({ abi: [error], errorName: name, args });
  const words = explainRevert(new ContractFunctionRevertedError({ abi: [error], data, functionName: "test" }));
  expect(words.detail).not.toMatch(/^The contract (gives|says)/);
  expect(`${words.title} ${words.detail} ${words.next}`).not.toMatch(/undefined|NaN|\[object/);
});
