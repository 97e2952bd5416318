import type { AbiParameter, Hex } from "viem";
import { MappingError } from "../../errors/mapping-error.ts";
import type { EventParameter } from "../../host/evm/decode-event.ts";
import { decodeValues } from "../../host/evm/decode-values.ts";
import { unnamed } from "../../host/evm/unnamed.ts";
import type { CallHandler } from "../../manifest/manifest.ts";
import type { TracedCall } from "../../source/traced-call.ts";
import type { DataSource } from "../data-source.ts";
import { isActive } from "./block-triggers.ts";

/** The call handler that a call triggers. */
export interface MatchedCall {
  readonly handler: CallHandler;
  readonly inputs: readonly EventParameter[];
  readonly outputs: readonly EventParameter[];
}

/** Characters of `0x` and a selector. */
const SELECTOR_LENGTH = 10;

function decode(parameters: readonly AbiParameter[], data: Hex): readonly EventParameter[] | null {
  const values = decodeValues(parameters.map(unnamed), data);
  return values?.map((value, index) => ({ name: parameters[index]?.name ?? "", value })) ?? null;
}

/**
 * The handler of a data source that a call triggers, with inputs and outputs decoded; null when there is none or the
 * input is not what the function takes.
 * @throws MappingError when the output is not what the function returns.
 */
export function matchCall(source: DataSource, call: TracedCall): MatchedCall | null {
  if (!isActive(source, call.blockNumber) || source.address !== call.to) return null;
  const selector = call.input.slice(0, SELECTOR_LENGTH);
  const handler = source.mapping.callHandlers.find((item) => item.selector === selector);
  if (handler === undefined) return null;
  const inputs = decode(handler.function.inputs, `0x${call.input.slice(SELECTOR_LENGTH)}`);
  if (inputs === null) return null;
  const outputs = decode(handler.function.outputs, call.output);
  if (outputs !== null) return { handler, inputs, outputs };
  throw new MappingError(
    `Failed to decode the output of \`${handler.signature}\` in transaction ${call.transactionHash}: \`${call.output}\``,
  );
}
