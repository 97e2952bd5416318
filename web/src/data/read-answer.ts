import { type Address, toAddress } from "../lib/address.ts";
import { WebError } from "../lib/web-error.ts";

/** Thrown when the index answers with a value that can't be what its schema says. */
export class IndexAnswerError extends WebError {
  override name = "IndexAnswerError";
  constructor(field: string, value: unknown, expected: string) {
    super(`The index answered ${JSON.stringify(value)} for ${field}, which should be ${expected}.`);
  }
}

const INTEGER = /^-?\d{1,120}$/;

/** A whole number of the index as a bigint. Throws `IndexAnswerError`. */
export function readInteger(value: unknown, field: string): bigint {
  if (typeof value !== "string" || !INTEGER.test(value)) throw new IndexAnswerError(field, value, "a whole number");
  return BigInt(value);
}

/** An amount of the index: a whole number that is not negative. Throws `IndexAnswerError`. */
export function readAmount(value: unknown, field: string): bigint {
  const amount = readInteger(value, field);
  if (amount < 0n) throw new IndexAnswerError(field, value, "zero or more");
  return amount;
}

/** A count or a Unix time, given as JSON number or decimal string. Throws `IndexAnswerError`. */
export function readCount(value: unknown, field: string): number {
  const count = typeof value === "string" && INTEGER.test(value) ? Number(value) : value;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) {
    throw new IndexAnswerError(field, value, "a count");
  }
  return count;
}

/** An address of the index in lower case. Throws `IndexAnswerError`. */
export function readAddress(value: unknown, field: string): Address {
  const address = typeof value === "string" ? toAddress(value) : undefined;
  if (!address) throw new IndexAnswerError(field, value, "an address");
  return address;
}

/** A text of the index. Throws `IndexAnswerError`. */
export function readText(value: unknown, field: string): string {
  if (typeof value !== "string") throw new IndexAnswerError(field, value, "a text");
  return value;
}
