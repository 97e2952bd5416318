import { decodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { networkTokenAbi } from "../../../chain/contracts.ts";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { descriptionAsTyped, readDescriptionCall, type TypedDescription } from "./describe-call.ts";

const network = trioSnapshot().tokens.get(tokens.trio);
if (!network) throw new Error("the trio has a network");
const before = { description: "Three friends.", image: "", links: ["https://example.org/trio"], unread: false };
const read = (changes: Partial<TypedDescription>) =>
  readDescriptionCall(network, before, { ...descriptionAsTyped(before), ...changes });

describe("readDescriptionCall", () => {
  it("sets the whole metadata anew, and keeps what was not touched", () => {
    const { call } = read({ about: "Four friends." });
    expect(call?.target).toBe(tokens.trio);
    const { functionName, args } = decodeFunctionData({ abi: networkTokenAbi, data: call?.calldata ?? "0x" });
    expect(functionName).toBe("setContractURI");
    const [, json = ""] = String(args?.[0]).split("base64,");
    expect(JSON.parse(atob(json))).toMatchObject({
      name: "Trio",
      description: "Four friends.",
      links: ["https://example.org/trio"],
    });
  });

  it("makes no call when nothing changes, or something is wrong", () => {
    expect(read({})).toMatchObject({ errors: {}, call: undefined });
    expect(read({ about: "x".repeat(8_000) }).errors.about).toMatch(/8192 fit/);
    expect(read({ links: "javascript:alert(1)" })).toMatchObject({ errors: { links: expect.any(String) } });
    expect(read({ links: "javascript:alert(1)" }).call).toBeUndefined();
  });
});
