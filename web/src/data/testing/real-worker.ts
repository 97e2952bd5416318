import { Worker as Thread } from "node:worker_threads";
import { vi } from "vitest";

let started = 0;

/** How many workers were started since `useRealWorker`. */
export function realWorkers(): number {
  return started;
}

/** A worker of the page as a thread of Node.js, which runs the same server of the ownership package. */
class ThreadWorker {
  readonly #thread = new Thread(new URL(import.meta.resolve("@weft/ownership/node-worker")));

  constructor() {
    started += 1;
    // A test does not wait for it to end.
    this.#thread.unref();
  }

  postMessage(message: unknown, transfer: never[]): void {
    this.#thread.postMessage(message, transfer);
  }

  terminate(): void {
    void this.#thread.terminate();
  }

  addEventListener(_type: "error", listener: (event: { readonly message: string }) => void): void {
    this.#thread.on("error", listener);
  }
}

/** Lets `new Worker` start a real thread, as browsers do. */
export function useRealWorker(): void {
  started = 0;
  vi.stubGlobal("Worker", ThreadWorker);
}
