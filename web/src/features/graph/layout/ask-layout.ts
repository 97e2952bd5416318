import type { LayoutAnswer, LayoutRequest } from "./layout-messages.ts";

/**
 * Lays a graph out off the main thread and tells every answer. Returns a function that ends it. Where no worker can be
 * started, the layout is made in place: late, but made.
 */
export function askLayout(request: LayoutRequest, onAnswer: (answer: LayoutAnswer) => void): () => void {
  let ended = false;
  const tell = (answer: LayoutAnswer) => {
    if (!ended) onAnswer(answer);
  };
  const inPlace = async () => {
    const { runLayout } = await import("./run-layout.ts");
    for (const answer of runLayout(request)) if (answer.done) tell(answer);
  };
  const worker = startWorker();
  if (!worker) {
    void inPlace();
    return () => {
      ended = true;
    };
  }
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    tell(data);
    if (data.done) worker.terminate();
  };
  worker.onerror = () => {
    worker.terminate();
    void inPlace();
  };
  worker.postMessage(request);
  return () => {
    ended = true;
    worker.terminate();
  };
}

function startWorker(): Worker | undefined {
  if (typeof Worker === "undefined") return undefined;
  return new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
}
