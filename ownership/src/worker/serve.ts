import { answerSteps, type Knowledge } from "./answer.ts";
import { toFailure } from "./failure.ts";
import type { Port } from "./port.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { type Job, runSteps } from "./run-steps.ts";

/**
 * Answers questions that come in through a port, several at a time, until the port is closed.
 *
 * @param slice Milliseconds between looks at messages; as `runSteps` has it when not given.
 */
export function serve(port: Port, slice?: number): void {
  const knowledge: Knowledge = { loadedBy: 0 };
  const jobs = new Map<number, Job>();
  const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const answer = async (question: Exclude<ToWorker, { readonly kind: "cancel" }>): Promise<void> => {
    const { id } = question;
    const job: Job = { cancelled: false };
    jobs.set(id, job);
    // The steps take the graph when they begin, which is now.
    const state = knowledge.loadedBy;
    try {
      const steps = answerSteps(knowledge, question);
      const result = await runSteps(steps, job, (progress) => send({ id, kind: "progress", progress }), slice);
      send({ id, kind: "answer", answer: result, state }, buffersIn(result));
    } catch (error) {
      send({ id, kind: "failure", failure: toFailure(error) });
    } finally {
      jobs.delete(id);
    }
  };
  port.addEventListener("message", ({ data }) => {
    const message = data as ToWorker;
    if (message.kind !== "cancel") {
      void answer(message);
      return;
    }
    const job = jobs.get(message.id);
    if (job) job.cancelled = true;
  });
  port.start();
}

/** Depth at which an answer has its last typed arrays, and up to which lists have any. */
const [DEEPEST, DEEPEST_LIST] = [4, 1];

/** Buffers of typed arrays in an answer and in what it lists: results that nobody else uses, so they need no copy. */
function buffersIn(value: unknown, depth = 0): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (depth > DEEPEST || typeof value !== "object" || value === null || value instanceof Map) return [];
  if (Array.isArray(value) && depth >= DEEPEST_LIST) return [];
  return Object.values(value).flatMap((part) => buffersIn(part, depth + 1));
}
