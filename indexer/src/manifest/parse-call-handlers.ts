import type { Abi, AbiFunction, Hex } from "viem";
import { keccak256, slice, stringToBytes } from "viem/utils";
import { ManifestError } from "../errors/manifest-error.ts";
import type { CallHandler } from "./manifest.ts";
import { canonicalType } from "./parse-abi.ts";
import type { YamlNode } from "./yaml-node.ts";

function signatureOf(item: AbiFunction): string {
  return `${item.name}(${item.inputs.map(canonicalType).join(",")})`;
}

function parseCallHandler(node: YamlNode, abi: Abi): CallHandler {
  const written = node.at("function");
  const signature = written.text();
  const compact = signature.replace(/\s+/g, "");
  const functions = abi.filter((item): item is AbiFunction => item.type === "function");
  const found = functions.find((item) => signatureOf(item) === compact);
  if (found === undefined) {
    const name = compact.split("(")[0] ?? "";
    const named = functions.filter((item) => item.name === name).map(signatureOf);
    const known = named.length === 0 ? "no function of that name" : named.join(", ");
    throw new ManifestError(written.place, `no function in the ABI matches "${signature}"; the ABI has ${known}.`);
  }
  return {
    signature,
    handler: node.at("handler").text(),
    selector: slice(keccak256(stringToBytes(compact)), 0, 4) as Hex,
    function: found,
  };
}

/** Reads `callHandlers`. @throws ManifestError when a function is not in the ABI. */
export function parseCallHandlers(node: YamlNode, abi: Abi): readonly CallHandler[] {
  return node.list().map((item) => parseCallHandler(item, abi));
}
