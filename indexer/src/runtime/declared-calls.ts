import { MappingError } from "../errors/mapping-error.ts";
import { type EncodedCall, encodeFunctionCall } from "../host/evm/contract-call.ts";
import type { EthereumValue } from "../host/evm/ethereum-value.ts";
import type { EthereumEvent } from "../host/memory/event.ts";
import type { CallArgument } from "../manifest/manifest.ts";
import { hexToBytes } from "../values/bytes.ts";
import type { Trigger } from "./triggers/match-block.ts";

const NOTHING: EthereumValue = { kind: "Bytes", value: new Uint8Array(0) };

function argumentValue(argument: CallArgument, event: EthereumEvent): EthereumValue {
  if (argument.kind === "parameter") return event.parameters[argument.index]?.value ?? NOTHING;
  const address = argument.kind === "address" ? event.log.address : argument.address;
  return { kind: "Address", value: hexToBytes(address) };
}

function addressOf(argument: CallArgument, event: EthereumEvent): Uint8Array {
  const value = argumentValue(argument, event);
  if (value.kind === "Address") return value.value;
  throw new MappingError(`a contract is named by an address, not by a value of kind ${value.kind}`);
}

/** The calls that handlers of events are declared to make; `onFailure` hears of those whose arguments do not fit. */
export function declaredCalls(
  triggers: readonly Trigger[],
  onFailure: (label: string, error: unknown) => void,
): readonly EncodedCall[] {
  const calls: EncodedCall[] = [];
  for (const trigger of triggers) {
    if (trigger.kind !== "event") continue;
    for (const { address, contract, function: item, label, parameters } of trigger.calls) {
      try {
        const values = parameters.map((argument) => argumentValue(argument, trigger.event));
        calls.push(encodeFunctionCall(contract, item, addressOf(address, trigger.event), values));
      } catch (error) {
        onFailure(label, error);
      }
    }
  }
  return calls;
}
