import { encodeErrorResult, slice } from "viem";
import { expect, it } from "vitest";
import { contractErrors, personalTokenAbi } from "../chain/contracts.ts";
import { errorName } from "./transfer-facts.ts";

it("finds the name of every error that a transfer gives", () => {
  const holder = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266" as const;
  const data = encodeErrorResult({ abi: personalTokenAbi, errorName: "HolderNotApproved", args: [holder] });
  expect(errorName(contractErrors, slice(data, 0, 4))).toBe("HolderNotApproved");
  const full = encodeErrorResult({ abi: personalTokenAbi, errorName: "TreasuriesHoldTooMuch", args: [2n, 1n] });
  expect(errorName(contractErrors, slice(full, 0, 4))).toBe("TreasuriesHoldTooMuch");
  expect(errorName(contractErrors, "0x12345678")).toBe("0x12345678");
});
