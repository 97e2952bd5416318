let ahead: Worker | undefined;
let everTaken = false;

/**
 * Starts the ownership worker ahead of the first question, so that it loads its code while the page loads its own. Does nothing
 * once a question was asked: then there is one.
 */
export function startOwnershipThread(): void {
  if (ahead !== undefined || everTaken) return;
  const worker = startWorker();
  ahead = worker;
  // Nobody listens yet: who asks starts another, and hears why that fails.
  worker.addEventListener("error", () => {
    if (ahead === worker) ahead = undefined;
  });
}

/** The worker that was started ahead, or another. */
export function takeOwnershipThread(): Worker {
  const worker = ahead ?? startWorker();
  ahead = undefined;
  everTaken = true;
  return worker;
}

function startWorker(): Worker {
  return new Worker(new URL("./ownership-worker.ts", import.meta.url), { type: "module" });
}
