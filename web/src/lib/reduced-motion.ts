import { useSyncExternalStore } from "react";

const QUERY = "(prefers-reduced-motion: reduce)";

/** Whether the visitor asked for less motion. */
export function usesReducedMotion(): boolean {
  return typeof matchMedia === "function" && matchMedia(QUERY).matches;
}

/** Whether the visitor asked for less motion, kept up to date. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, usesReducedMotion, () => true);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
