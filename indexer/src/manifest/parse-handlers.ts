import type { Abi, Hex } from "viem";
import { keccak256, pad, stringToBytes } from "viem/utils";
import { ManifestError } from "../errors/manifest-error.ts";
import type { BlockFilter, BlockHandler, EventHandler, Version } from "./manifest.ts";
import { findEvent } from "./parse-abi.ts";
import { parseDeclaredCalls } from "./parse-declared-calls.ts";
import { parseEventSignature } from "./parse-event-signature.ts";
import type { SpecVersion } from "./parse-version.ts";
import type { YamlNode } from "./yaml-node.ts";

/** First manifest versions with a feature. */
const RECEIPTS_SINCE: Version = { major: 0, minor: 0, patch: 5 };
const FILTERS_SINCE: Version = { major: 0, minor: 0, patch: 8 };
const TOPICS_SINCE: Version = { major: 1, minor: 2, patch: 0 };

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

/** What an event handler is read with. */
export interface HandlerScope {
  /** Of the data source's contract. */
  readonly abi: Abi;
  readonly abis: ReadonlyMap<string, Abi>;
  readonly apiVersion: Version;
  readonly specVersion: SpecVersion;
}

function parseTopicFilters(node: YamlNode, specVersion: SpecVersion): readonly (readonly Hex[] | null)[] {
  return ["topic1", "topic2", "topic3"].map((key) => {
    const topics = parseTopics(node.at(key));
    if (topics !== null) specVersion.require(node.at(key).place, "A topic filter", TOPICS_SINCE);
    return topics;
  });
}

/** Reads one entry of `eventHandlers`. */
export function parseEventHandler(node: YamlNode, { abi, abis, apiVersion, specVersion }: HandlerScope): EventHandler {
  const signatureNode = node.at("event");
  const signature = parseEventSignature(signatureNode.place, signatureNode.text());
  const event = findEvent(signatureNode.place, abi, signature);
  const explicitTopics = parseTopics(node.at("topic0"));
  const receipt = node.at("receipt").flag();
  if (receipt) specVersion.require(node.at("receipt").place, "A receipt", RECEIPTS_SINCE);
  if (receipt && apiVersion.patch < RECEIPT_SINCE_PATCH) {
    throw new ManifestError(node.at("receipt").place, "receipts need apiVersion 0.0.7 or later.");
  }
  const calls = parseDeclaredCalls(node.at("calls"), event, abis);
  if (calls.length > 0) specVersion.require(node.at("calls").place, "A declared call", TOPICS_SINCE);
  return {
    signature: signatureNode.text(),
    handler: node.at("handler").text(),
    event,
    topic0: explicitTopics?.[0] ?? keccak256(stringToBytes(signature.canonical)),
    topicFilters: parseTopicFilters(node, specVersion),
    receipt,
    calls,
  };
}

function parseBlockFilter(node: YamlNode, specVersion: SpecVersion): BlockFilter {
  if (!node.exists()) return { kind: "every" };
  const kind = node.at("kind").text();
  if (kind === "call") return { kind };
  if (kind === "once" || kind === "polling") {
    specVersion.require(node.place, `The block filter \`kind: ${kind}\``, FILTERS_SINCE);
  }
  if (kind === "once") return { kind };
  if (kind === "polling") {
    const every = node.at("every").wholeNumber(0);
    if (every === 0) throw new ManifestError(node.at("every").place, "expected a whole number above 0.");
    return { kind: "polling", every };
  }
  throw new ManifestError(node.place, `unknown block filter "${kind}".`);
}

/** Reads `blockHandlers`: at most one of a kind, and no unfiltered one beside a polling or `once` one. */
export function parseBlockHandlers(node: YamlNode, specVersion: SpecVersion): readonly BlockHandler[] {
  const handlers = node.list().map((item) => ({
    handler: item.at("handler").text(),
    filter: parseBlockFilter(item.at("filter"), specVersion),
  }));
  const kinds = handlers.map((handler) => handler.filter.kind);
  if (new Set(kinds).size !== kinds.length) {
    throw new ManifestError(node.place, "data source has duplicated block handlers.");
  }
  if (kinds.includes("every") && (kinds.includes("polling") || kinds.includes("once"))) {
    throw new ManifestError(
      node.place,
      "data source has a combination of filtered and non-filtered block handlers that is not allowed.",
    );
  }
  return handlers;
}
