import { type FSWatcher, watch } from "node:fs";
import { dirname } from "node:path";
import { type Build, readBuild } from "./build.ts";

/** Milliseconds without a change after which a build counts as written. */
const SETTLE_MS = 300;
/** Milliseconds until a build that could not be read is read once more: its files are written one after the other. */
const RETRY_MS = 1500;
/** Milliseconds until a folder that vanished is looked for again: builds may start by removing it. */
const REWATCH_MS = 500;

/** What to do when a build changes. */
export interface BuildListener {
  /** There is a build that can be read; it may be the same as before. */
  readonly onBuild: (build: Build) => void;
  /** Files changed, and twice what is there could not be read. */
  readonly onProblem: (error: unknown) => void;
}

/** Watches the folder of the manifest at `path` until closed. */
export function watchBuild(path: string, { onBuild, onProblem }: BuildListener): { close(): void } {
  const folder = dirname(path);
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | undefined;
  /** Changes so far: a build that was read while files changed is read again. */
  let changes = 0;
  let closed = false;

  function later(milliseconds: number, run: () => void): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(run, milliseconds);
  }

  async function read(isRetry: boolean): Promise<void> {
    const before = changes;
    try {
      const build = await readBuild(path);
      if (!closed && changes === before) onBuild(build);
    } catch (error) {
      if (closed || changes !== before) return;
      if (isRetry) onProblem(error);
      else later(RETRY_MS, () => void read(true));
    }
  }

  function changed(): void {
    changes++;
    later(SETTLE_MS, () => void read(false));
  }

  /** Watches the folder as soon as it is there. */
  function open(): void {
    if (closed) return;
    try {
      const opened = watch(folder, { recursive: true }, changed);
      watcher = opened;
      opened.on("error", () => {
        opened.close();
        setTimeout(reopen, REWATCH_MS);
      });
    } catch {
      setTimeout(reopen, REWATCH_MS);
    }
  }

  function reopen(): void {
    open();
    changed();
  }

  open();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}
