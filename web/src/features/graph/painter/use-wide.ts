import { useSyncExternalStore } from "react";

/** From here on the panel stands beside the picture: the same width as the style sheet's `lg`. */
const QUERY = "(min-width: 68rem)";

/** Whether there is room for the panel beside the picture. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
