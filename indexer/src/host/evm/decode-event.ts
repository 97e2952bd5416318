import type { AbiEvent, AbiParameter } from "viem";
import type { Log } from "../../source/chain-types.ts";
import { decodeValues } from "./decode-values.ts";
import type { EthereumValue } from "./ethereum-value.ts";
import { unnamed } from "./unnamed.ts";

/** A decoded parameter of an event. */
export interface EventParameter {
  readonly name: string;
  readonly value: EthereumValue;
}

/** Length of a topic as text: `0x` and 32 bytes. */
const TOPIC_LENGTH = 66;

interface EventLayout {
  readonly names: readonly string[];
  /** For each parameter, whether it is a topic. */
  readonly indexed: readonly boolean[];
  /** Each in a list of its own: they are decoded one by one. */
  readonly topics: readonly (readonly AbiParameter[])[];
  readonly data: readonly AbiParameter[];
}

/** Types whose topic is a hash, so that the value itself is lost. */
function isHashed(type: string): boolean {
  return type === "string" || type === "bytes" || type.endsWith("]") || type === "tuple";
}

const layouts = new WeakMap<AbiEvent, EventLayout>();

function layoutOf(event: AbiEvent): EventLayout {
  const known = layouts.get(event);
  if (known !== undefined) return known;
  const indexed = event.inputs.map((input) => input.indexed ?? false);
  const layout: EventLayout = {
    names: event.inputs.map((input) => input.name ?? ""),
    indexed,
    topics: event.inputs
      .filter((_, index) => indexed[index])
      .map((input) => [isHashed(input.type) ? { type: "bytes32" } : unnamed(input)]),
    data: event.inputs.filter((_, index) => !indexed[index]).map(unnamed),
  };
  layouts.set(event, layout);
  return layout;
}

/**
 * Decodes a log as `event`; null when it is not that event.
 * Indexed strings, bytes, arrays and structs come as the 32 bytes of their hash.
 */
export function decodeEvent(event: AbiEvent, log: Log): readonly EventParameter[] | null {
  const layout = layoutOf(event);
  if (log.topics.length !== layout.topics.length + 1) return null;
  const data = decodeValues(layout.data, log.data);
  if (data === null) return null;
  const topics: EthereumValue[] = [];
  for (const [index, parameter] of layout.topics.entries()) {
    const topic = log.topics[index + 1];
    if (topic === undefined || topic.length !== TOPIC_LENGTH) return null;
    const value = decodeValues(parameter, topic)?.[0];
    if (value === undefined) return null;
    topics.push(value);
  }
  let nextTopic = 0;
  let nextData = 0;
  const parameters: EventParameter[] = [];
  for (const [index, name] of layout.names.entries()) {
    const value = layout.indexed[index] ? topics[nextTopic++] : data[nextData++];
    if (value === undefined) return null;
    parameters.push({ name, value });
  }
  return parameters;
}
