import type { SettingKind, ValueOf } from "./setting.ts";

/** Raised with what a text should have been, for the one who knows where it came from. */
export class ValueMismatch extends Error {}

function wholeNumber(text: string, min: number, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new ValueMismatch(`a whole number from ${min} to ${max}`);
}

function url(text: string, protocols: readonly string[]): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : null;
  if (protocol !== null && protocols.includes(protocol)) return text;
  throw new ValueMismatch(`an address that begins with ${protocols.map((name) => `${name}://`).join(" or ")}`);
}

function parse(kind: SettingKind, text: string): string | number | boolean | null {
  switch (kind.type) {
    case "number":
      return wholeNumber(text, kind.min, kind.max);
    case "optional number":
      if (text === kind.none) return null;
      try {
        return wholeNumber(text, kind.min, kind.max);
      } catch (error) {
        throw error instanceof ValueMismatch ? new ValueMismatch(`${error.message}, or ${kind.none}`) : error;
      }
    case "url":
      return url(text, kind.protocols);
    case "choice":
      if (kind.of.includes(text)) return text;
      throw new ValueMismatch(`one of ${kind.of.join(", ")}`);
    case "switch":
      if (text === "true" || text === "false") return text === "true";
      throw new ValueMismatch("true or false");
    default:
      if (text !== "") return text;
      throw new ValueMismatch(`a ${kind.placeholder}`);
  }
}

/** The value that a text stands for. @throws ValueMismatch when it stands for none. */
export function parseValue<Kind extends SettingKind>(kind: Kind, text: string): ValueOf<Kind> {
  return parse(kind, text) as ValueOf<Kind>;
}
