import type { AbiParameter } from "viem";

/** An ABI parameter without names: values of its structs then decode to lists, in order, whatever the names were. */
export function unnamed(parameter: AbiParameter): AbiParameter {
  if (!("components" in parameter)) return { type: parameter.type };
  return { type: parameter.type, components: parameter.components.map(unnamed) };
}
