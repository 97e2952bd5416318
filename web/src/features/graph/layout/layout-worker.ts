import type { LayoutRequest } from "./layout-messages.ts";
import { runLayout } from "./run-layout.ts";

// One question a worker: who asks ends it when the answer is no longer wanted.
addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  for (const answer of runLayout(data)) postMessage(answer);
});
