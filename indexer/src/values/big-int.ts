import { ValueError } from "./value-error.ts";

const GRAMMAR = /^[+-]?\d[\d_]*$/;

/** Reads an integer such as `-12` or `1_000`; throws `ValueError` on a point, an exponent, spaces or a hex prefix. */
export function parseBigInt(text: string): bigint {
  if (!GRAMMAR.test(text)) throw new ValueError(`string is not a BigInt: \`${text}\``);
  const magnitude = BigInt(text.replaceAll(/[+_-]/g, ""));
  return text.startsWith("-") ? -magnitude : magnitude;
}
