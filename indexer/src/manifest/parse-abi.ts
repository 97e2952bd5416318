import type { Abi, AbiEvent, AbiParameter } from "viem";
import { ManifestError } from "../errors/manifest-error.ts";
import { parseAbiItem } from "./parse-abi-item.ts";
import type { EventSignature } from "./parse-event-signature.ts";

/** Canonical type of an ABI parameter, structs spelled out: `(int64,uint8[2])[]`. */
export function canonicalType(parameter: AbiParameter): string {
  if (!parameter.type.startsWith("tuple")) return parameter.type;
  const components = "components" in parameter ? parameter.components : [];
  return `(${components.map(canonicalType).join(",")})${parameter.type.slice("tuple".length)}`;
}

function abiItems(json: unknown): unknown {
  return typeof json === "object" && json !== null && "abi" in json ? json.abi : json;
}

/**
 * Reads a contract's ABI: a JSON array, or an artifact with an `abi` member. Items of kinds that no handler can use
 * (constructors, fallbacks) are left out.
 * @throws ManifestError when the file is neither, or an item is broken.
 */
export function parseAbi(place: string, source: string): Abi {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (cause) {
    throw new ManifestError(place, "the ABI is no JSON.", { cause });
  }
  const items = abiItems(json);
  if (!Array.isArray(items)) throw new ManifestError(place, "the ABI is no JSON array of functions and events.");
  return items.flatMap((item, index) => parseAbiItem(`${place} [${index}]`, item));
}

function sameInputs(event: AbiEvent, signature: EventSignature, withHints: boolean): boolean {
  if (event.name !== signature.name || event.inputs.length !== signature.inputs.length) return false;
  return event.inputs.every((input, index) => {
    const wanted = signature.inputs[index];
    return wanted?.type === canonicalType(input) && (!withHints || wanted.indexed === (input.indexed ?? false));
  });
}

/**
 * Finds the ABI event that a manifest's signature means: the same types and `indexed` marks, or,
 * when the signature has no marks, the only event of that name and types.
 * @throws ManifestError when there is none.
 */
export function findEvent(place: string, abi: Abi, signature: EventSignature): AbiEvent {
  const events = abi.filter((item): item is AbiEvent => item.type === "event");
  const exact = events.find((event) => sameInputs(event, signature, true));
  if (exact !== undefined) return exact;
  const named = events.filter((event) => event.name === signature.name);
  const [only] = named;
  const unmarked = signature.inputs.every((input) => !input.indexed);
  if (only !== undefined && named.length === 1 && unmarked && sameInputs(only, signature, false)) return only;
  const written = named.map(
    (event) =>
      `${event.name}(${event.inputs.map((input) => (input.indexed ? "indexed " : "") + canonicalType(input)).join(",")})`,
  );
  const found = written.length === 0 ? "no event of that name" : written.join(", ");
  throw new ManifestError(place, `no event in the ABI matches; the ABI has ${found}.`);
}
