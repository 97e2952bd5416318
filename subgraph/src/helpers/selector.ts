import { Bytes } from "@graphprotocol/graph-ts";

/** Bytes that tell which function a call is of, or which error a reason is. */
export const SELECTOR_LENGTH: i32 = 4;

/** The first four bytes; null if there are fewer. */
export function selectorOf(data: Bytes): Bytes | null {
  return data.length < SELECTOR_LENGTH ? null : Bytes.fromUint8Array(data.subarray(0, SELECTOR_LENGTH));
}
