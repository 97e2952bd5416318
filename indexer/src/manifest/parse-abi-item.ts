import type { AbiEvent, AbiFunction, AbiParameter } from "viem";
import { ManifestError } from "../errors/manifest-error.ts";

/** Deepest nesting of structs; compilers stop long before. */
const MAX_DEPTH = 32;

const TYPE = /^(tuple|address|bool|string|function|bytes(\d*)|u?int(\d*))((?:\[(?:[1-9]\d{0,8})?\])*)$/;

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether Solidity has the type: widths are of whole bytes. */
function isType(text: string): boolean {
  const match = TYPE.exec(text);
  if (match === null) return false;
  const [, , bytes, bits] = match;
  if (bytes !== undefined && bytes !== "") return Number(bytes) >= 1 && Number(bytes) <= 32;
  if (bits !== undefined && bits !== "") return Number(bits) % 8 === 0 && Number(bits) >= 8 && Number(bits) <= 256;
  return true;
}

/** Types as ABIs spell them in full: Vyper and hand-written ones may say `uint`. */
function canonical(type: string): string {
  return type.replace(/^(u?int)(?=$|\[)/, "$1256").replace(/^function(?=$|\[)/, "bytes24");
}

function parseParameter(place: string, value: unknown, depth: number): AbiParameter & { indexed?: boolean } {
  if (!isObject(value) || typeof value.type !== "string" || !isType(value.type)) {
    throw new ManifestError(place, `the ABI has a parameter of no known type: ${JSON.stringify(value).slice(0, 200)}.`);
  }
  const parameter = {
    name: typeof value.name === "string" ? value.name : "",
    type: canonical(value.type),
    ...(typeof value.indexed === "boolean" ? { indexed: value.indexed } : {}),
  };
  if (!value.type.startsWith("tuple")) return parameter;
  if (depth >= MAX_DEPTH) throw new ManifestError(place, "the ABI nests structs too deeply.");
  const components = parseParameters(place, value.components, depth + 1);
  if (components.length === 0 && value.type !== "tuple") {
    throw new ManifestError(place, `the ABI has a list of structs without members, ${value.type}.`);
  }
  return { ...parameter, components };
}

function parseParameters(place: string, value: unknown, depth = 0): readonly AbiParameter[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ManifestError(place, "the ABI has parameters that are no list.");
  return value.map((item) => parseParameter(place, item, depth));
}

/**
 * Reads one item of an ABI: none for what is neither function nor event. Mutability is not looked at, since compilers
 * write it in several ways.
 * @throws ManifestError when it is broken.
 */
export function parseAbiItem(place: string, item: unknown): readonly (AbiFunction | AbiEvent)[] {
  // Files from before Solidity 0.4.15 leave out the kind of functions.
  const type = isObject(item) && item.type === undefined && "inputs" in item ? "function" : isObject(item) && item.type;
  if (!isObject(item) || (type !== "function" && type !== "event")) return [];
  const { name } = item;
  if (typeof name !== "string") throw new ManifestError(place, `the ABI has a ${type} without a name.`);
  const inputs = parseParameters(place, item.inputs);
  if (type === "event") return [{ type, name, inputs, anonymous: item.anonymous === true }];
  return [{ type, name, inputs, outputs: parseParameters(place, item.outputs), stateMutability: "view" }];
}
