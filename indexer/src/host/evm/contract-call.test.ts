import { parseAbi, toFunctionSelector } from "viem";
import { expect, test } from "vitest";
import { type ContractCall, encodeCall } from "./contract-call.ts";

const ABIS = new Map([
  [
    "Token",
    parseAbi([
      "function balanceOf(address) view returns (uint256)",
      "function set(uint8, bytes4, int8)",
      "struct P { uint256 x; }",
      "function points(P[] list) returns (P, bool)",
    ]),
  ],
]);

const BALANCE_OF: ContractCall = {
  contractName: "Token",
  address: new Uint8Array(20).fill(1),
  functionName: "balanceOf",
  functionSignature: "balanceOf(address):(uint256)",
  parameters: [{ kind: "Address", value: new Uint8Array(20).fill(2) }],
};

test("encodes selector and arguments", () => {
  const { data, to } = encodeCall(ABIS, BALANCE_OF);
  expect(to).toBe(`0x${"01".repeat(20)}`);
  expect(data).toBe(`0x70a08231${"0".repeat(24)}${"02".repeat(20)}`);
});

test("structs are spelled out in signatures and selectors", () => {
  const { data, outputs } = encodeCall(ABIS, {
    ...BALANCE_OF,
    functionName: "points",
    functionSignature: "points((uint256)[]):((uint256),bool)",
    parameters: [{ kind: "Array", value: [{ kind: "Tuple", value: [{ kind: "Uint", value: 1n }] }] }],
  });
  expect(data.slice(0, 10)).toBe(toFunctionSelector("points((uint256)[])"));
  expect(outputs.map((output) => output.type)).toEqual(["tuple", "bool"]);
});

test("short fixed bytes are widened, and integers must fit", () => {
  const call = (small: bigint, signed: bigint): ContractCall => ({
    ...BALANCE_OF,
    functionName: "set",
    functionSignature: "set(uint8,bytes4,int8)",
    parameters: [
      { kind: "Uint", value: small },
      { kind: "FixedBytes", value: new Uint8Array([0xab]) },
      { kind: "Int", value: signed },
    ],
  });
  expect(encodeCall(ABIS, call(255n, -128n)).data).toContain("ab000000".padEnd(64, "0"));
  for (const [small, signed] of [
    [256n, 0n],
    [0n, 128n],
    [0n, -129n],
  ] as const) {
    expect(() => encodeCall(ABIS, call(small, signed))).toThrow(
      'Failed to call function "set" of contract "Token": the arguments do not fit set(uint8,bytes4,int8)',
    );
  }
});

test("unknown contracts and functions are named", () => {
  expect(() => encodeCall(ABIS, { ...BALANCE_OF, contractName: "X" })).toThrow(
    "Could not find ABI for contract \"X\", try adding it to the 'abis' section of the subgraph manifest",
  );
  expect(() => encodeCall(ABIS, { ...BALANCE_OF, functionSignature: "balanceOf(uint256)" })).toThrow(
    'Unknown function "Token::balanceOf" with signature `balanceOf(uint256)` called from WASM runtime',
  );
});
