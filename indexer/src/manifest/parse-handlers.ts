import { type Abi, type Hex, keccak256, pad, stringToBytes } from "viem";
import { ManifestError, UnsupportedFeatureError } from "../errors/manifest-error.ts";
import type { BlockFilter, BlockHandler, EventHandler, Version } from "./manifest.ts";
import { findEvent } from "./parse-abi.ts";
import { parseEventSignature } from "./parse-event-signature.ts";
import type { YamlNode } from "./yaml-node.ts";

/** First host interface version that hands receipts to handlers. */
const RECEIPT_SINCE_PATCH = 7;

function parseTopics(node: YamlNode): readonly Hex[] | null {
  if (!node.exists()) return null;
  const texts = Array.isArray(node.value()) ? node.list().map((item) => item.text()) : [node.text()];
  return texts.map((text) => {
    if (!/^0x[0-9a-fA-F]{1,64}$/.test(text)) {
      throw new ManifestError(node.place, `"${text}" is no topic; write 0x and at most 64 hex digits.`);
    }
    return pad(text.toLowerCase() as Hex, { size: 32 });
  });
}

/** Reads one entry of `eventHandlers`. */
export function parseEventHandler(node: YamlNode, abi: Abi, apiVersion: Version): EventHandler {
  const signatureNode = node.at("event");
  const signature = parseEventSignature(signatureNode.place, signatureNode.text());
  const event = findEvent(signatureNode.place, abi, signature);
  const explicitTopics = parseTopics(node.at("topic0"));
  const receipt = node.at("receipt").flag();
  if (receipt && apiVersion.patch < RECEIPT_SINCE_PATCH) {
    throw new ManifestError(node.at("receipt").place, "receipts need apiVersion 0.0.7 or later.");
  }
  return {
    signature: signatureNode.text(),
    handler: node.at("handler").text(),
    event,
    topic0: explicitTopics?.[0] ?? keccak256(stringToBytes(signature.canonical)),
    topicFilters: ["topic1", "topic2", "topic3"].map((key) => parseTopics(node.at(key))),
    receipt,
  };
}

function parseBlockFilter(node: YamlNode): BlockFilter {
  if (!node.exists()) return { kind: "every" };
  const kind = node.at("kind").text();
  if (kind === "once") return { kind: "once" };
  if (kind === "polling") {
    const every = node.at("every").wholeNumber(0);
    if (every === 0) throw new ManifestError(node.at("every").place, "expected a whole number above 0.");
    return { kind: "polling", every };
  }
  if (kind === "call") throw new UnsupportedFeatureError(node.place, "The block filter `kind: call`");
  throw new ManifestError(node.place, `unknown block filter "${kind}".`);
}

/** Reads `blockHandlers`: at most one of a kind, and no unfiltered one beside a filtered one. */
export function parseBlockHandlers(node: YamlNode): readonly BlockHandler[] {
  const handlers = node.list().map((item) => ({
    handler: item.at("handler").text(),
    filter: parseBlockFilter(item.at("filter")),
  }));
  const kinds = handlers.map((handler) => handler.filter.kind);
  if (new Set(kinds).size !== kinds.length) {
    throw new ManifestError(node.place, "data source has duplicated block handlers.");
  }
  if (kinds.includes("every") && kinds.length > 1) {
    throw new ManifestError(
      node.place,
      "data source has a combination of filtered and non-filtered block handlers that is not allowed.",
    );
  }
  return handlers;
}
