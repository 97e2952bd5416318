import { AbortedError, WorkerGoneError } from "../errors.ts";
import type { Progress } from "../steps.ts";
import { toError } from "./failure.ts";
import type { Greeting, Port, WorkerLike } from "./port.ts";
import type { FromWorker, Kind, Questions } from "./protocol.ts";

/** How an answer is waited for. */
export interface ClientControl {
  readonly signal?: AbortSignal;
  /** Told now and then how many of all parts are done; parts take different times. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** An answer, and the question that loaded the state that it is about. */
export interface Answered<K extends Kind> {
  readonly answer: Questions[K]["answer"];
  readonly state: number;
}

/** Questions to a worker and their answers. */
export interface Connection {
  /** Id that the next question gets. */
  nextId(): number;
  /** @param hand Typed arrays of the question that are handed over, not copied. */
  ask<K extends Kind>(
    kind: K,
    ask: Questions[K]["ask"],
    control?: ClientControl,
    hand?: readonly ArrayBufferView<ArrayBuffer>[],
  ): Promise<Answered<K>>;
  /** Ends the worker and rejects all that waits. */
  close(why: string): void;
}

interface Waiting {
  readonly resolve: (answered: Answered<Kind>) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Connects to a new worker, through a port of its own. */
export function createConnection(worker: WorkerLike): Connection {
  const waiting = new Map<number, Waiting>();
  const channel = new MessageChannel();
  const port = channel.port1 as unknown as Port;
  let lastId = 0;
  let gone: WorkerGoneError | undefined;

  const close = (why: string): void => {
    if (gone) return;
    gone = new WorkerGoneError(why);
    port.close();
    worker.terminate();
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const receive = (message: FromWorker): void => {
    const asked = waiting.get(message.id);
    if (message.kind === "progress") {
      asked?.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === "failure") asked?.reject(toError(message.failure));
    else asked?.resolve({ answer: message.answer as never, state: message.state });
  };
  const ask: Connection["ask"] = (kind, question, { signal, onProgress } = {}, hand = []) =>
    new Promise((resolve, reject) => {
      if (gone) throw gone;
      if (signal?.aborted) throw new AbortedError("The question", 0, 1);
      lastId += 1;
      const id = lastId;
      let last: Progress = { done: 0, total: 1 };
      const stop = (): void => {
        if (!waiting.delete(id)) return;
        port.postMessage({ id, kind: "cancel" });
        reject(new AbortedError("The question", last.done, last.total));
      };
      const settled = <T>(then: (value: T) => void) => {
        return (value: T): void => {
          signal?.removeEventListener("abort", stop);
          then(value);
        };
      };
      signal?.addEventListener("abort", stop);
      waiting.set(id, {
        resolve: settled(resolve as (answered: Answered<Kind>) => void),
        reject: settled(reject),
        onProgress: (progress) => {
          last = progress;
          onProgress?.(progress.done, progress.total);
        },
      });
      port.postMessage(
        { id, kind, ask: question },
        hand.map(({ buffer }) => buffer),
      );
    });

  if (worker.addEventListener) worker.addEventListener("error", ({ message }) => close(`it failed with ${message}`));
  else worker.on?.("error", ({ message }) => close(`it failed with ${message}`));
  port.addEventListener("message", ({ data }) => receive(data as FromWorker));
  port.start();
  const greeting: Greeting = { port: channel.port2 as unknown as Port };
  worker.postMessage(greeting, [channel.port2 as never]);
  return { nextId: () => lastId + 1, ask, close };
}
