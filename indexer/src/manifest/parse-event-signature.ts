import { ManifestError } from "../errors/manifest-error.ts";

/** One parameter of an event signature. */
export interface SignatureInput {
  /** Canonical type; structs as `(a,b)`. */
  readonly type: string;
  readonly indexed: boolean;
}

/** An event signature as manifests write it. */
export interface EventSignature {
  readonly name: string;
  readonly inputs: readonly SignatureInput[];
  /** Name and types without `indexed` and spaces: what topic 0 is the hash of. */
  readonly canonical: string;
}

/** Splits at the commas outside parentheses. */
export function splitTopLevel(list: string): string[] {
  if (list.trim() === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < list.length; index++) {
    const char = list[index];
    if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (char === "," && depth === 0) {
      parts.push(list.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(list.slice(start));
  return parts;
}

function parseInput(place: string, part: string): SignatureInput {
  const text = part.trim();
  const indexed = text.startsWith("indexed ");
  const type = (indexed ? text.slice("indexed ".length) : text).replace(/\s+/g, "");
  if (type === "") throw new ManifestError(place, "the event signature has a parameter without a type.");
  return { type, indexed };
}

/**
 * Parses an event signature such as `Transfer(indexed address,indexed address,uint256)`.
 * @throws ManifestError when it is no signature.
 */
export function parseEventSignature(place: string, signature: string): EventSignature {
  const match = /^\s*([A-Za-z_$][\w$]*)\s*\(([\s\S]*)\)\s*$/.exec(signature);
  const name = match?.[1];
  const list = match?.[2];
  if (name === undefined || list === undefined) {
    throw new ManifestError(
      place,
      `"${signature}" is no event signature; write it like Transfer(indexed address,address,uint256).`,
    );
  }
  const inputs = splitTopLevel(list).map((part) => parseInput(place, part));
  return { name, inputs, canonical: `${name}(${inputs.map((input) => input.type).join(",")})` };
}
