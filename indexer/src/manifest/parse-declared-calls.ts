import type { Abi, AbiEvent, AbiFunction, Hex } from "viem";
import { ManifestError } from "../errors/manifest-error.ts";
import type { CallArgument, DeclaredCall } from "./manifest.ts";
import type { YamlNode } from "./yaml-node.ts";

const CALL = /^\s*(\w+)\s*\[\s*([^\]]+?)\s*\]\s*\.\s*(\w+)\s*\(\s*([^)]*?)\s*\)\s*$/;
const PARAMETER = /^event\.params\.(\w+)((?:\.\w+)*)$/;

function parseArgument(place: string, text: string, event: AbiEvent): CallArgument {
  if (text === "event.address") return { kind: "address" };
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return { kind: "literal", address: text.toLowerCase() as Hex };
  const [, name, members] = PARAMETER.exec(text) ?? [];
  if (name === undefined) {
    throw new ManifestError(place, `"${text}" is no argument: use event.address, event.params.<name> or an address.`);
  }
  if (members !== "") {
    throw new ManifestError(place, `"${text}" takes a struct's member, which needs specVersion 1.4.0 or later.`);
  }
  const index = event.inputs.findIndex((input) => input.name === name);
  if (index >= 0) return { kind: "parameter", index };
  const names = event.inputs.map((input) => input.name ?? "").filter((known) => known !== "");
  throw new ManifestError(place, `the event has no parameter "${name}"; it has ${names.join(", ") || "no named one"}.`);
}

function findFunction(place: string, abis: ReadonlyMap<string, Abi>, contract: string, name: string): AbiFunction {
  const abi = abis.get(contract);
  if (abi === undefined) throw new ManifestError(place, `no ABI named "${contract}" among mapping.abis.`);
  const found = abi.find((item): item is AbiFunction => item.type === "function" && item.name === name);
  if (found === undefined) throw new ManifestError(place, `the ABI "${contract}" has no function "${name}".`);
  return found;
}

function parseCall(node: YamlNode, label: string, event: AbiEvent, abis: ReadonlyMap<string, Abi>): DeclaredCall {
  const { place } = node;
  const [, contract, address, name, list] = CALL.exec(node.text()) ?? [];
  if (contract === undefined || address === undefined || name === undefined || list === undefined) {
    throw new ManifestError(
      place,
      `"${node.text()}" is no call; write it like Pool[event.address].fee(event.params.x).`,
    );
  }
  const item = findFunction(place, abis, contract, name);
  const texts = list === "" ? [] : list.split(",").map((text) => text.trim());
  if (texts.length !== item.inputs.length) {
    throw new ManifestError(place, `"${name}" takes ${item.inputs.length} arguments, not ${texts.length}.`);
  }
  return {
    label,
    contract,
    function: item,
    address: parseArgument(place, address, event),
    parameters: texts.map((text) => parseArgument(place, text, event)),
  };
}

/** Reads an event handler's `calls`: labels with calls such as `Pool[event.address].fee()`. @throws ManifestError */
export function parseDeclaredCalls(
  node: YamlNode,
  event: AbiEvent,
  abis: ReadonlyMap<string, Abi>,
): readonly DeclaredCall[] {
  return node.keys().map((label) => parseCall(node.at(label), label, event, abis));
}
