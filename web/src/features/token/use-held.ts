import { useRef } from "react";

/**
 * The value, or while `hold` is true the one from before: what a reader signs must not change under the pen when the index
 * brings newer figures.
 */
export function useHeld<Value>(value: Value, hold: boolean): Value {
  const held = useRef(value);
  if (!hold) held.current = value;
  return held.current;
}
