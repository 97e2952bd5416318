import type { RpcError } from "../errors/rpc-error.ts";

/** Parts of error messages by which graph-node knows that a call failed inside the EVM; JSON-RPC has no code for it. */
const MESSAGE_PARTS = [
  "revert",
  "invalid jump destination",
  "invalid opcode",
  "stack limit reached 1024",
  "out of gas",
  "stack underflow",
  "vm execution error",
  "invalidjump",
  "notactivated",
  "invalidfeopcode",
  "stackunderflow",
  "stackoverflow",
  "opcodenotfound",
];

/** Parity's code for failed calls, and how its `data` begins. */
const PARITY_CODE = -32015;
const PARITY_DATA = ["revert", "Bad jump", "Out of stack", "Bad instruction fe", "Bad instruction fd", "Out of gas"];

/** Whether an error of `eth_call` means that the call itself reverted, which is the same answer for ever. */
export function isRevert(error: RpcError): boolean {
  if (error.code === null) return false;
  const message = error.message.toLowerCase();
  if (MESSAGE_PARTS.some((part) => message.includes(part))) return true;
  const data = typeof error.data === "string" ? error.data.replace(/^Reverted/, "revert") : "";
  return error.code === PARITY_CODE && PARITY_DATA.some((start) => data.startsWith(start));
}
