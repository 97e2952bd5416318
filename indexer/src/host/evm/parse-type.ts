import type { AbiParameter } from "viem";
import { splitTopLevel } from "../../manifest/parse-event-signature.ts";

const ELEMENTARY = /^(address|bool|string|bytes|bytes([1-9]|[12]\d|3[0-2])|u?int(\d{1,3})?)$/;

/** Longest and most deeply nested type that is read. */
const MAX_LENGTH = 10_000;
const MAX_DEPTH = 32;

function elementary(base: string): string | null {
  if (!ELEMENTARY.test(base)) return null;
  if (base === "uint" || base === "int") return `${base}256`;
  const bits = /^u?int(\d+)$/.exec(base)?.[1];
  if (bits !== undefined && (Number(bits) % 8 !== 0 || Number(bits) < 8 || Number(bits) > 256)) return null;
  return base;
}

/**
 * Parses an ABI type such as `(address,(uint256[2],bool))[]` into an unnamed parameter; spaces do not matter.
 * Null when the text is no type.
 */
export function parseType(text: string, depth = 0): AbiParameter | null {
  if (depth > MAX_DEPTH || text.length > MAX_LENGTH) return null;
  const compact = text.replace(/\s+/g, "");
  if (/\[0+\]|\[\d{10}/.test(compact)) return null;
  const suffix = /((?:\[\d*\])*)$/.exec(compact)?.[1] ?? "";
  const base = compact.slice(0, compact.length - suffix.length);
  if (base.startsWith("(") && base.endsWith(")")) {
    const components = splitTopLevel(base.slice(1, -1)).map((part) => parseType(part, depth + 1));
    // A list of nothing has as many elements as it says, without a byte of data.
    const isEmpty = components.length === 0 && suffix !== "";
    return isEmpty || components.includes(null)
      ? null
      : { type: `tuple${suffix}`, components: components as readonly AbiParameter[] };
  }
  const type = elementary(base);
  return type === null ? null : { type: `${type}${suffix}` };
}
