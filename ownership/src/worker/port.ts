/** What client and server use of a `MessagePort`, which browsers and Node.js have alike. */
export interface Port {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}

/** First message to a worker: the port that everything else goes through. */
export interface Greeting {
  readonly port: Port;
}

/** What the client uses of a worker: one of a browser, or one of `node:worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: never[]): void;
  terminate(): unknown;
  addEventListener?(type: "error", listener: (event: { readonly message: string }) => void): void;
  on?(event: "error", listener: (error: Error) => void): unknown;
}
