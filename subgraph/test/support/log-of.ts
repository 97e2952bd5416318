import { type Abi, encodeAbiParameters, encodeEventTopics, getAbiItem, type Hex } from "viem";
import type { Log } from "./emit.ts";

/** An event of `abi` with the values of all its parameters, in their order. Texts may be bytes, which need not be UTF-8. */
export function logOf(abi: Abi, eventName: string, values: readonly unknown[]): Log {
  const event = getAbiItem({ abi, name: eventName });
  if (event?.type !== "event") throw new Error(`There is no event ${eventName}.`);
  const pairs = event.inputs.map((input, index) => ({ input, value: values[index] }));
  const indexed = pairs.filter(({ input }) => input.indexed === true).map(({ value }) => value);
  const plain = pairs.filter(({ input }) => input.indexed !== true);
  const topics = encodeEventTopics({ abi, eventName, args: indexed } as Parameters<typeof encodeEventTopics>[0]);
  const data = encodeAbiParameters(
    plain.map(({ input }) => (input.type === "string" ? { ...input, type: "bytes" } : input)),
    plain.map(({ input, value }) => (input.type === "string" ? bytesOf(value) : value)),
  );
  return { topics: topics as Hex[], data };
}

function bytesOf(text: unknown): Hex {
  return `0x${Buffer.from(text as string | Uint8Array).toString("hex")}`;
}
